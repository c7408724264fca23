import { describe, expect, it } from 'vitest';
import { run } from '@/lib/labs/replay';
import type { TcpAction } from '@/lib/labs/tcp/action';
import { isFieldName } from '@/lib/labs/tcp/field-name';
import { segmentMap } from '@/lib/labs/tcp/segment-map';
import { tcpSetupSchema } from '@/lib/labs/tcp/setup';
import { tcpLab } from '@/lib/labs/tcp/tcp-lab';
import { locales } from './locale';
import { tcpWords } from './tcp';
import { tcpFieldWords } from './tcp-field';

/** A run with a bit of everything: loss, copies, probes, closing, a reset. */
function eventfulRun() {
  const setup = tcpSetupSchema.parse({
    client: { iss: 1_000 },
    server: { iss: 5_000, window: 8, reading: 'on-call', ackDelay: 200 },
    network: { loss: 0.25, duplication: 0.2, jitter: 90 },
  });
  const actions: TcpAction[] = [
    { kind: 'send', side: 'client', text: 'too early' },
    { kind: 'listen', side: 'server' },
    { kind: 'open', side: 'client' },
    { kind: 'wait', ms: 20_000 },
    { kind: 'send', side: 'client', text: 'more than eight bytes' },
    { kind: 'wait', ms: 20_000 },
    { kind: 'receive', side: 'server' },
    { kind: 'wait', ms: 20_000 },
    { kind: 'receive', side: 'server' },
    { kind: 'wait', ms: 60_000 },
    { kind: 'receive', side: 'server' },
    { kind: 'close', side: 'client' },
    { kind: 'wait', ms: 60_000 },
    { kind: 'close', side: 'server' },
    { kind: 'wait', ms: 600_000 },
    { kind: 'open', side: 'server' },
    { kind: 'wait', ms: 600_000 },
  ];
  const replayed = run(tcpLab, { setup, seed: 3 }, actions);
  if (replayed.kind !== 'replayed') throw new Error(replayed.message);
  return replayed;
}

/** Options, congestion, intruders, a full backlog and cookies. */
function busyRun() {
  const offers = { windowScale: 2, sackPermitted: true };
  const setup = tcpSetupSchema.parse({
    client: { ...offers, iss: 1_000, congestion: 'new-reno', initialWindow: 8, nagle: true, sillyWindow: 'avoided' },
    server: { ...offers, iss: 5_000, mss: 90, backlog: 2, synCookies: 'when-full', window: 4_000, reading: 'on-call' },
    times: { userTimeout: 60_000 },
  });
  const wait = (ms: number): TcpAction => ({ kind: 'wait', ms });
  const actions: TcpAction[] = [
    ...[{ kind: 'listen', side: 'server' } as const, { kind: 'flood', side: 'server', syns: 3 } as const, wait(100)],
    ...[{ kind: 'open', side: 'client' } as const, wait(200), { kind: 'status', side: 'client' } as const],
    ...[{ kind: 'send', side: 'client', text: 'x'.repeat(2_000) } as const, wait(50)],
    ...[{ kind: 'send', side: 'client', text: 'y' } as const, { kind: 'drop', segment: 12 } as const, wait(5_000)],
    ...[{ kind: 'receive', side: 'server', bytes: 40 } as const, { kind: 'replay', segment: 9 } as const, wait(5_000)],
    { kind: 'forge', to: 'server', flags: ['RST'], seq: 4_000 },
    { kind: 'craft', to: 'server', flags: ['SYN'], seq: 1, checksum: 4_660 },
    { kind: 'craft', to: 'server', flags: ['SYN'], seq: 1, checksum: 'right', stranger: true },
    { kind: 'craft', to: 'client', flags: ['SYN'], seq: 1, checksum: 'right', stranger: true },
    ...[wait(100), { kind: 'send', side: 'client', text: 'z'.repeat(4_000) } as const],
    ...[0, 30, 2_000].map((byte) => ({ kind: 'corrupt', segment: 70, byte, bit: 3 }) as const),
    { kind: 'corrupt', segment: 71, byte: 60 },
    wait(300_000),
  ];
  const replayed = run(tcpLab, { setup, seed: 3 }, actions);
  if (replayed.kind !== 'replayed') throw new Error(replayed.message);
  return replayed;
}

/** The same message without a connection. */
function udpRun() {
  const setup = tcpSetupSchema.parse({ protocol: 'udp', server: { window: 6 } });
  const send = (text: string): TcpAction => ({ kind: 'send', side: 'client', text });
  const actions: TcpAction[] = [
    ...[send('hello'), send('too long'), send('x'.repeat(2_000)), { kind: 'open', side: 'client' } as const],
    ...[{ kind: 'flood', side: 'server', syns: 1 } as const, { kind: 'wait', ms: 500 } as const],
  ];
  const replayed = run(tcpLab, { setup, seed: 3 }, actions);
  if (replayed.kind !== 'replayed') throw new Error(replayed.message);
  return replayed;
}

const everyRun = locales.flatMap((locale) =>
  [eventfulRun(), busyRun(), udpRun()].map((replayed, number) => ({ locale, number, ...replayed })),
);

describe.each(everyRun)('the words of the TCP lab in $locale, run $number', ({ locale, events, state }) => {
  const sentences = events.flat().map((event) => tcpWords[locale].event(event, (id) => state.segments[id]));

  it('say whole sentences of everything that happens', () => {
    expect(sentences.length).toBeGreaterThan(10);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/[.。]$/);
      expect(sentence).not.toMatch(/undefined|NaN|null|\[object/);
    }
  });

  it('are in that language', () => {
    const han = /\p{Script=Han}/u;
    for (const sentence of sentences) expect(han.test(sentence)).toBe(locale === 'zh');
    if (locale === 'zh')
      expect(sentences.filter((one) => /\p{Script=Han} [A-Za-z0-9]|[A-Za-z0-9] \p{Script=Han}/u.test(one))).toEqual([]);
  });

  it('name every field of every segment and say what it means there', () => {
    for (const segment of state.segments) {
      for (const { field, value } of segmentMap(segment.bytes)) {
        if (!isFieldName(field)) throw new Error(`${field} has no name`);
        expect(tcpFieldWords[locale].names[field]).not.toBe('');
        expect(tcpFieldWords[locale].meaning(field, value, segment)).toMatch(/[.。]$/);
      }
    }
  });
});

it('explains the third step of the opening as the lesson shows it', () => {
  const sentence = tcpWords.en.why({ code: 'syn-ack-arrived', side: 'client', seq: 7_654_321, ack: 7_654_322 });
  expect(sentence).toContain('The SYN took a number although it carried no data, so the client now expects 7654322.');
});
