import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capture } from '../tcp/capture';
import type { Side } from '../tcp/setup';
import { play } from '../tcp/test-scenario';
import { captureReport } from './capture-report';
import { packetMap } from './packet-map';
import { readCapture } from './read-capture';
import { classic, eventful, links, nextGeneration } from './test-capture';

function reportOf(bytes: Uint8Array) {
  const file = readCapture(bytes);
  if ('code' in file) throw new Error(file.code);
  return captureReport(file);
}

const whole = `0 server listen
  0   client open
  200 client send hello
  400 client close
  600 server close
  800 client is TIME-WAIT`;

describe('a conversation, from what a capture saw of it', () => {
  it.each(['client', 'server'] as const)(
    'has the times and the states of the run itself, captured at the %s',
    (host: Side) => {
      const { state } = play(whole);
      const [told] = reportOf(classic(capture(state, host), 101)).conversations;
      expect(told?.packets.map(({ sentAt, at, from }) => [from, sentAt, at])).toEqual(
        state.segments.map(({ sentAt, at, from }) => [from, sentAt, at]),
      );
      expect(told?.packets.map(({ rawSeq, rawAck }) => [rawSeq, rawAck])).toEqual(
        state.segments.map(({ seq, ack }) => [seq, ack]),
      );
      const byTime = (changes: readonly { at: number; side: Side; to: string }[]) =>
        changes.map(({ at, side, to }) => `${at} ${side} ${to}`).sort();
      expect(byTime(told?.stateChanges ?? [])).toEqual(byTime(state.stateChanges));
    },
  );

  it('knows half of the shortest round trip, whichever end it was captured at', () => {
    const { state } = play(whole);
    const distances = (host: Side) => reportOf(classic(capture(state, host), 101)).conversations[0]?.distances;
    expect(distances('client')).toEqual({ toClient: 0, toServer: 40 });
    expect(distances('server')).toEqual({ toClient: 40, toServer: 0 });
  });

  it('is open from the first when the capture began later', () => {
    const { state } = play(whole);
    const [told] = reportOf(classic(capture(state, 'client').slice(3), 101)).conversations;
    expect(told?.begins).toBe('ESTABLISHED');
    expect(told?.stateChanges.at(-1)).toMatchObject({ side: 'server', to: 'CLOSED' });
  });

  it('never has a segment arrive before it was sent, nor one answered before it arrived', () => {
    for (const conversation of reportOf(classic(eventful(), 101)).conversations) {
      for (const { sentAt, at, seenAt } of conversation.packets) {
        expect(sentAt).toBeLessThanOrEqual(seenAt);
        expect(seenAt).toBeLessThanOrEqual(at);
      }
    }
  });

  it('is the same from pcapng', () => {
    expect(reportOf(nextGeneration(eventful(), 101)).conversations.map(({ packets }) => packets.length)).toEqual(
      reportOf(classic(eventful(), 101)).conversations.map(({ packets }) => packets.length),
    );
  });
});

describe('the byte map of a captured packet', () => {
  it.each(Object.entries(links))('has a field for every byte over %s', (_, { type, wrap }) => {
    const written = eventful().map(({ at, bytes }) => ({ at, bytes: wrap(bytes) }));
    const { conversations } = reportOf(classic(written, type));
    for (const packet of conversations.flatMap(({ packets }) => packets)) expectWhole(packet);
  });

  it('has a field for every byte of whatever is read as a packet', () => {
    const sound = eventful().map(({ bytes }) => bytes);
    fc.assert(
      fc.property(
        fc.constantFrom(...sound),
        fc.array(fc.tuple(fc.nat(80), fc.nat(255)), { maxLength: 6 }),
        fc.nat(120),
        (bytes, changes, cut) => {
          const broken = bytes.slice();
          for (const [at, value] of changes) if (at < broken.length) broken[at] = value;
          const file = classic([{ at: 0, bytes: broken }], 101, { snap: Math.max(cut, 1) });
          for (const packet of reportOf(file).conversations.flatMap(({ packets }) => packets)) expectWhole(packet);
        },
      ),
      { numRuns: process.env.HANDRAIL_FULL ? 20_000 : 500 },
    );
  });
});

function expectWhole(packet: Parameters<typeof packetMap>[0]) {
  const covered = new Uint8Array(packet.bytes.length);
  for (const { from, to } of packetMap(packet)) {
    expect(from).toBeLessThan(to);
    expect(to).toBeLessThanOrEqual(packet.bytes.length);
    covered.fill(1, from, to);
  }
  expect(covered.indexOf(0)).toBe(-1);
}
