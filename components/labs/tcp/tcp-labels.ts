import type { Segment } from '@/lib/labs/tcp/segment';
import { peerOf, type Side } from '@/lib/labs/tcp/setup';
import { type ConnectionState, type TcpState, timers } from '@/lib/labs/tcp/state';
import type { Locale } from '@/lib/words/locale';
import { tcpViewWords } from '@/lib/words/tcp-view';
import type { DrawnSegment } from './drawn-run';

/** `SYN ACK`; a bare acknowledgement is `ACK`; a datagram is `UDP`; PSH stands in the table of fields. */
export function flagsOf(segment: Pick<Segment, 'flags' | 'protocol'>): string {
  if (segment.protocol === 'udp') return 'UDP';
  const spoken = (['SYN', 'FIN', 'RST', 'URG', 'PSH', 'ACK'] as const).filter((flag) => segment.flags.includes(flag));
  return spoken.length > 0 ? spoken.join(' ') : '–';
}

/** The two names that are too long for the margin of a diagram; the tables have them in full. */
export function shortState(state: ConnectionState): string {
  return state === 'SYN-RECEIVED' ? 'SYN-RCVD' : state === 'ESTABLISHED' ? 'ESTAB' : state;
}

/** `40 ms`, `1.04 s`, `240.2 s`: virtual time, in as many digits as it needs. */
export function timeOf(ms: number): string {
  return ms < 1000 ? `${ms} ms` : `${Number((ms / 1000).toFixed(ms < 100_000 ? 2 : 1))} s`;
}

/** `send again at 1.04 s`, the next of them when several run. */
export function timersOf(state: TcpState, side: Side, locale: Locale): string {
  const words = tcpViewWords[locale];
  const running = timers.flatMap((timer) => {
    const due = state[side].timers[timer];
    return due === undefined ? [] : [{ timer, due }];
  });
  const next = running.sort((a, b) => a.due - b.due)[0];
  return next ? words.due(words.timers[next.timer], timeOf(next.due)) : words.noTimer;
}

/** The end of what the application has read, as text. */
export function receivedBy(state: TcpState, side: Side, locale: Locale): string {
  const bytes = state[side].application.received;
  if (bytes.length === 0) return tcpViewWords[locale].nothingReceived;
  const text = new TextDecoder().decode(bytes.subarray(-96));
  return text.length > 24 ? `…${text.slice(-24)}` : text;
}

/** Who sent it and who gets it, as they are called: `Client`, or the address of a stranger. */
export function endsOf(segment: DrawnSegment, locale: Locale): { from: string; to: string } {
  const { sides, someoneAs } = tcpViewWords[locale];
  const { from, forged, stranger } = segment;
  const to = peerOf(from);
  if (!stranger) return { from: forged ? someoneAs(sides[from]) : sides[from], to: sides[to] };
  return forged ? { from: stranger.address, to: sides[to] } : { from: sides[from], to: stranger.address };
}

/** `Client to Server` */
export function wayOf(segment: DrawnSegment, locale: Locale): string {
  const { from, to } = endsOf(segment, locale);
  return tcpViewWords[locale].to(from, to);
}

/** `3 · SYN ACK from the server` */
export function nameOf(segment: DrawnSegment, locale: Locale): string {
  const { from, to } = endsOf(segment, locale);
  const { segmentName, segmentWay } = tcpViewWords[locale];
  const number = segment.id + 1;
  const isStranger = segment.forged || segment.stranger;
  return isStranger ? segmentWay(number, flagsOf(segment), from, to) : segmentName(number, flagsOf(segment), from);
}
