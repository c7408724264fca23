import type { ReportedConversation, ReportedPacket } from '@/lib/labs/capture/capture-report';
import type { Observation } from '@/lib/labs/capture/observations';
import type { Locale } from '@/lib/words/locale';
import { tcpCaptureWords } from '@/lib/words/tcp-capture';
import type { DrawnRun, DrawnSegment } from '../drawn-run';

/** What everybody does who opens or closes a connection stands out to nobody. */
const usual: readonly Observation['code'][] = ['asks', 'answers', 'confirms', 'closes'];

/** A conversation as the diagram of the lab draws it. `fromZero`: numbered from each side's first number. */
export function capturedRun(conversation: ReportedConversation, locale: Locale, fromZero: boolean): DrawnRun {
  const { protocol, begins, stateChanges, packets } = conversation;
  return {
    setup: { protocol: protocol === 'udp' ? 'udp' : undefined },
    now: packets.at(-1)?.at ?? 0,
    begins,
    stateChanges,
    segments: packets.map((packet) => drawn(packet, locale, fromZero)),
  };
}

function drawn(packet: ReportedPacket, locale: Locale, fromZero: boolean): DrawnSegment {
  const { id, from, flags, protocol, seq, ack, rawSeq, rawAck, sentAt, at, textLength, saw } = packet;
  const words = tcpCaptureWords[locale];
  const marks = saw.filter(({ code }) => !usual.includes(code)).map((one) => words.saw(one));
  return {
    ...{ id, from, flags, sentAt, at, fate: 'arrived', text: { length: textLength } },
    ...(protocol === 'udp' ? { protocol } : {}),
    seq: fromZero ? seq : rawSeq,
    ack: fromZero ? ack : rawAck,
    mark: marks.length > 0 ? marks.join(' · ') : undefined,
  };
}

/** `23 µs`, `40.12 ms`, `1.5 s`: captures count finer than the lab. */
export function captureTime(ms: number): string {
  if (ms !== 0 && ms < 1) return `${Number((ms * 1_000).toFixed(0))} µs`;
  if (ms < 1_000) return `${Number(ms.toFixed(2))} ms`;
  return `${Number((ms / 1_000).toFixed(3))} s`;
}
