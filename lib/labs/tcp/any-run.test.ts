import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginsWith, concatenated, sameBytes } from '../bytes';
import { run } from '../replay';
import type { TcpAction } from './action';
import { flags } from './segment';
import { readSegment } from './segment-bytes';
import { peerOf, type Side, sides, type TcpSetup, tcpSetupSchema } from './setup';
import { type ConnectionState, connectionStates, type TcpState } from './state';
import { tcpLab } from './tcp-lab';
import { readUdp } from './udp-bytes';

const isFull = process.env.HANDRAIL_FULL !== undefined;
const runs = isFull ? 10_000 : 160;
const side = fc.constantFrom<Side>(...sides);
const segment = fc.integer({ min: 0, max: 40 });
const text = fc.string({ minLength: 1, maxLength: 40 });

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** What major 1 learnt later, in any combination. */
const later = fc.record({
  windowScale: maybe(fc.integer({ min: 0, max: 14 })),
  sackPermitted: maybe(fc.boolean()),
  timestamps: maybe(fc.boolean()),
  nagle: maybe(fc.boolean()),
  sillyWindow: maybe(fc.constantFrom('avoided' as const, 'allowed' as const)),
  congestion: maybe(fc.constant('new-reno' as const)),
  initialWindow: maybe(fc.integer({ min: 1, max: 10 })),
  blindDataCheck: maybe(fc.boolean()),
  backlog: maybe(fc.integer({ min: 1, max: 8 })),
  synCookies: maybe(fc.constantFrom('when-full' as const, 'always' as const)),
});

const plainSetup = fc.record({
  client: fc.record({
    iss: fc.integer({ min: 0, max: 0xffff_ffff }),
    window: fc.integer({ min: 1, max: 200 }),
    mss: fc.integer({ min: 1, max: 100 }),
    ackDelay: fc.constantFrom(0, 200),
    reading: fc.constantFrom('at-once', 'on-call'),
  }),
  server: fc.record({
    iss: fc.integer({ min: 0xffff_fff0, max: 0xffff_ffff }),
    mss: fc.integer({ min: 1, max: 100 }),
  }),
  network: fc.record({
    delay: fc.integer({ min: 1, max: 300 }),
    jitter: fc.integer({ min: 0, max: 600 }),
    loss: fc.double({ min: 0, max: 0.5, noNaN: true }),
    duplication: fc.double({ min: 0, max: 0.5, noNaN: true }),
  }),
  times: fc.record({ msl: fc.constant(2_000) }),
});

const setup = fc
  .record({
    plain: plainSetup,
    client: later,
    server: later,
    userTimeout: maybe(fc.integer({ min: 500, max: 60_000 })),
    protocol: fc.option(fc.constant('udp' as const), { nil: undefined, freq: 12 }),
  })
  .map(({ plain, client, server, userTimeout, protocol }) =>
    tcpSetupSchema.parse({
      ...plain,
      client: { ...plain.client, ...client },
      server: { ...plain.server, ...server },
      times: { ...plain.times, userTimeout },
      protocol,
    }),
  );

/** Near the numbers that connections begin with, so that some fit. */
const anyNumber = fc.oneof(
  fc.integer({ min: 0, max: 0xffff_ffff }),
  fc.integer({ min: 0, max: 80 }).map((ahead) => (0xffff_fff0 + ahead) >>> 0),
);
const anyIntruder: fc.Arbitrary<TcpAction> = fc.oneof(
  fc.record({ kind: fc.constant('replay' as const), segment }),
  fc.record({ kind: fc.constant('flood' as const), side, syns: fc.integer({ min: 1, max: 12 }) }),
  fc.record({
    kind: fc.constant('forge' as const),
    to: side,
    flags: fc.subarray([...flags]),
    seq: anyNumber,
    ack: anyNumber,
  }),
  fc.record({
    kind: fc.constant('craft' as const),
    to: side,
    stranger: maybe(fc.constant(true as const)),
    destinationPort: maybe(fc.constant(80)),
    flags: fc.subarray([...flags]),
    seq: anyNumber,
    ack: anyNumber,
    window: fc.integer({ min: 0, max: 65_535 }),
    checksum: fc.oneof(fc.constant('right' as const), fc.integer({ min: 0, max: 0xffff })),
    options: maybe(fc.constantFrom('02 04 00 40', '03 03 0e', '08 0a 00 00 00 01 00 00 00 00', '05 ff', '01')),
    hex: maybe(fc.constantFrom('00', 'c3 28 00 ff')),
  }),
  fc.record({ kind: fc.constant('corrupt' as const), segment, byte: fc.nat(80), bit: maybe(fc.nat(7)) }),
);

const plainAction: fc.Arbitrary<TcpAction> = fc.oneof(
  { weight: 12, arbitrary: fc.constant<TcpAction>({ kind: 'next' }) },
  fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 5_000 }) }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('listen', 'open', 'receive', 'close', 'close'), side }) },
  fc.record({ kind: fc.constantFrom('abort', 'close'), side }),
  fc.record({ kind: fc.constant('send' as const), side, text }),
  fc.record({ kind: fc.constantFrom('deliver', 'drop', 'duplicate'), segment }),
  fc.record({ kind: fc.constant('delay' as const), segment, ms: fc.integer({ min: 1, max: 5_000 }) }),
);

const anyAction: fc.Arbitrary<TcpAction> = fc.oneof(
  { weight: 16, arbitrary: plainAction },
  { weight: 2, arbitrary: anyIntruder },
  fc.record({ kind: fc.constant('status' as const), side }),
  fc.record({ kind: fc.constant('receive' as const), side, bytes: fc.integer({ min: 1, max: 30 }) }),
);

/** Most walks begin with a connection: an untouched lab rarely gets that far by chance. */
const beginning = fc.constantFrom<TcpAction[]>(
  [],
  [
    { kind: 'open', side: 'client' },
    { kind: 'open', side: 'server' },
  ],
  [
    { kind: 'listen', side: 'server' },
    { kind: 'open', side: 'client' },
  ],
  [
    { kind: 'listen', side: 'server' },
    { kind: 'open', side: 'client' },
    { kind: 'wait', ms: 5_000 },
  ],
  [
    { kind: 'listen', side: 'server' },
    { kind: 'open', side: 'client' },
    { kind: 'wait', ms: 5_000 },
  ],
);
const walk = (action: fc.Arbitrary<TcpAction>) =>
  fc.tuple(beginning, fc.array(action, { minLength: 1, maxLength: 60 })).map(([first, then]) => [...first, ...then]);
const anyActions = walk(anyAction);

const seed = fc.integer({ min: 0, max: 0xffff_ffff });

/**
 * RFC 9293 figure 5, and what its text adds: the reset and the user time-out lead anywhere to CLOSED, a reset or a
 * SYN in a passive SYN-RECEIVED back to LISTEN (§3.10.7.4).
 */
const mayBecome: Record<ConnectionState, readonly ConnectionState[]> = {
  CLOSED: ['LISTEN', 'SYN-SENT'],
  LISTEN: ['SYN-RECEIVED', 'SYN-SENT', 'CLOSED'],
  'SYN-SENT': ['SYN-RECEIVED', 'ESTABLISHED', 'CLOSED'],
  'SYN-RECEIVED': ['ESTABLISHED', 'FIN-WAIT-1', 'LISTEN', 'CLOSED'],
  ESTABLISHED: ['FIN-WAIT-1', 'CLOSE-WAIT', 'CLOSED'],
  'FIN-WAIT-1': ['FIN-WAIT-2', 'CLOSING', 'CLOSED'],
  'FIN-WAIT-2': ['TIME-WAIT', 'CLOSED'],
  'CLOSE-WAIT': ['LAST-ACK', 'CLOSED'],
  CLOSING: ['TIME-WAIT', 'CLOSED'],
  'LAST-ACK': ['CLOSED'],
  'TIME-WAIT': ['CLOSED'],
};

function ended(from: { setup: TcpState['setup']; seed: number }, actions: readonly TcpAction[]): TcpState {
  const replayed = run(tcpLab, from, actions);
  if (replayed.kind !== 'replayed') throw new Error(replayed.message);
  return replayed.state;
}

describe('whatever two ends and a bad network do', () => {
  it('changes states only as RFC 9293 draws them', () => {
    fc.assert(
      fc.property(setup, seed, anyActions, (given, luck, actions) => {
        const { stateChanges } = ended({ setup: given, seed: luck }, actions);
        for (const { from, to } of stateChanges) {
          expect([from, mayBecome[from].includes(to) ? 'may become' : 'may not become', to]).toEqual([
            from,
            'may become',
            to,
          ]);
        }
      }),
      { numRuns: runs },
    );
  });

  it('comes to the same state and tells the same events, copied at each step or changed in place, and a copied state is never touched', () => {
    fc.assert(
      fc.property(setup, seed, anyActions, (given, luck, actions) => {
        const inPlace = run(tcpLab, { setup: given, seed: luck }, actions);
        let state = tcpLab.start(given, luck);
        const events = [];
        for (const action of actions) {
          const before = structuredClone(state);
          const transition = tcpLab.step(state, action);
          expect(state).toEqual(before);
          state = transition.state;
          events.push(transition.events);
        }
        expect(inPlace).toMatchObject({ kind: 'replayed', state, events });
      }),
      { numRuns: isFull ? 100 : 40 },
    );
  });

  it('comes through all eleven states, and every arrow of the figure', () => {
    const seen = new Set<string>();
    const walks = fc.sample(fc.tuple(plainSetup, seed, walk(plainAction)), {
      numRuns: 1_500,
      seed: 9293,
    });
    for (const [given, luck, actions] of walks) {
      for (const { from, to } of ended({ setup: tcpSetupSchema.parse(given), seed: luck }, actions).stateChanges)
        seen.add(`${from} → ${to}`);
    }
    const arrows = connectionStates.flatMap((from) => mayBecome[from].map((to) => `${from} → ${to}`));
    expect(arrows.filter((arrow) => !seen.has(arrow))).toEqual([]);
  });

  it('keeps its variables whole: 32-bit numbers, windows that fit, nothing not a number', () => {
    fc.assert(
      fc.property(setup, seed, anyActions, (given, luck, actions) => {
        const state = ended({ setup: given, seed: luck }, actions);
        for (const name of sides) {
          const { ISS, IRS, SND, RCV, RTO } = state[name];
          for (const number of [ISS, IRS, SND.UNA, SND.NXT, SND.WL1, SND.WL2, RCV.NXT]) {
            expect(Number.isInteger(number) && number >= 0 && number <= 0xffff_ffff).toBe(true);
          }
          expect(RCV.WND).toBeGreaterThanOrEqual(0);
          expect(RCV.WND).toBeLessThanOrEqual(given[name].window);
          const { congestion, halfOpen, clock } = state[name];
          expect(halfOpen.length).toBeLessThanOrEqual(given[name].backlog ?? 0);
          for (const number of [clock.recent, clock.lastAckSent, congestion?.cwnd ?? 1, congestion?.ssthresh ?? 1]) {
            expect(Number.isInteger(number) && number >= 0 && number <= 0xffff_ffff).toBe(true);
          }
          if (congestion) expect(congestion.cwnd).toBeGreaterThan(0);
          expect(Number.isInteger(RTO) && RTO > 0).toBe(true);
          expect(connectionStates).toContain(state[name].state);
        }
      }),
      { numRuns: runs },
    );
  });

  it('puts only segments on the wire that can be read back', () => {
    fc.assert(
      fc.property(setup, seed, anyActions, (given, luck, actions) => {
        for (const sent of ended({ setup: given, seed: luck }, actions).segments) {
          // Who builds a segment by hand, or changes it on the way, may break it.
          if (sent.crafted || sent.asSent) continue;
          const read = sent.protocol === 'udp' ? readUdp(sent.bytes) : readSegment(sent.bytes);
          const { mss, windowScale, sackPermitted, timestamps, sack } = sent;
          const options = { mss, windowScale, sackPermitted, timestamps, sack };
          const told = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
          const numbers = { seq: sent.seq, ack: sent.ack, flags: sent.flags, wnd: sent.wnd, ...told };
          expect(read).toMatchObject(sent.protocol === 'udp' ? {} : numbers);
          expect(read && sameBytes(read.text, sent.text)).toBe(true);
        }
      }),
      { numRuns: runs / 4 },
    );
  });

  it('replays to the same state and the same events', () => {
    fc.assert(
      fc.property(setup, seed, anyActions, (given, luck, actions) => {
        expect(run(tcpLab, { setup: given, seed: luck }, actions)).toEqual(
          run(tcpLab, { setup: given, seed: luck }, actions),
        );
      }),
      { numRuns: runs / 4 },
    );
  });

  it('changes no state it was given', () => {
    fc.assert(
      fc.property(setup, seed, anyActions, (given, luck, actions) => {
        const before = ended({ setup: given, seed: luck }, actions.slice(0, -1));
        const kept = structuredClone(before);
        const last = actions.at(-1);
        if (last) tcpLab.step(before, last);
        expect(before).toEqual(kept);
      }),
      { numRuns: runs / 4 },
    );
  });

  it('explains each happening once, and last', () => {
    fc.assert(
      fc.property(setup, seed, anyActions, (given, luck, actions) => {
        let state = tcpLab.start(given, luck);
        for (const action of actions) {
          const { state: next, events } = tcpLab.step(state, action);
          expect(events.filter(({ kind }) => kind === 'why').length).toBeGreaterThan(0);
          state = next;
        }
      }),
      { numRuns: runs / 4 },
    );
  });
});

describe('whatever happens, intruders apart,', () => {
  const intrusions: readonly TcpAction['kind'][] = ['forge', 'replay', 'craft', 'corrupt'];
  const honest = anyActions.map((actions) => actions.filter(({ kind }) => !intrusions.includes(kind)));
  const overTcp = setup.filter(({ protocol }) => protocol === undefined);

  /** One connection only: what a second one brings begins anew. */
  const once = honest.map((actions) => {
    const opened = { client: false, server: false };
    return actions.filter((action) => {
      if (action.kind !== 'open' && action.kind !== 'listen') return true;
      const before = opened[action.side];
      opened[action.side] = true;
      return !before;
    });
  });

  it('what is delivered is a prefix of what was sent, and no run takes more steps than its actions may', () => {
    fc.assert(
      fc.property(overTcp, seed, once, (given, luck, actions) => {
        const replayed = run(tcpLab, { setup: given, seed: luck }, actions);
        if (replayed.kind !== 'replayed') throw new Error(replayed.message);
        const { state, steps } = replayed;
        const connections = sides.map((name) => state[name].opens);
        for (const name of sides) {
          const { received, buffered } = state[name].application;
          const got = concatenated(received, buffered);
          if (connections.every((count) => count <= 1))
            expect(beginsWith(state[peerOf(name)].application.sent, got)).toBe(true);
          expect(connectionStates).toContain(state[name].state);
        }
        // A wait ends after 2,000 happenings; a single one sends no more than the window and the backlog hold.
        expect(steps).toBeLessThanOrEqual(actions.length * 2_600);
      }),
      { numRuns: runs },
    );
  });
});

describe('one connection over a network that loses, doubles and disorders', () => {
  const words = fc.array(fc.record({ side, text }), { maxLength: 8 });
  // A window of a byte would need as many RECEIVE calls as there are bytes.
  const roomy = setup.map((given) => ({ ...given, client: { ...given.client, window: given.client.window + 20 } }));

  type Word = { side: Side; text: string };

  function conversation(given: TcpSetup, luck: number, said: readonly Word[]): TcpState {
    const opening: TcpAction[] = [
      { kind: 'listen', side: 'server' },
      { kind: 'open', side: 'client' },
    ];
    const talk: TcpAction[] = said.flatMap((word) => [{ kind: 'send', ...word } as const, { kind: 'next' } as const]);
    const closing: TcpAction[] = sides.map((each) => ({ kind: 'close', side: each }) as const);
    const reading: TcpAction[] = Array.from({ length: 60 }, () => [
      { kind: 'wait', ms: 1_000_000 } as const,
      { kind: 'receive', side: 'client' } as const,
    ]).flat();
    const opened: TcpAction = { kind: 'wait', ms: 200_000 };
    return ended({ setup: given, seed: luck }, [...opening, opened, ...talk, ...closing, ...reading]);
  }

  function expectWhole(state: TcpState) {
    const brokenOff = sides.some((each) =>
      state[each].application.notices.some((notice) => notice !== 'connection-closing'),
    );
    for (const name of sides) {
      const { received, buffered } = state[name].application;
      const sent = state[peerOf(name)].application.sent;
      const got = concatenated(received, buffered);
      expect(beginsWith(sent, got)).toBe(true);
      if (!brokenOff) expect(got.length).toBe(sent.length);
    }
  }

  it('delivers what was sent in order and exactly once, or is broken off; over UDP each datagram whole or not', () => {
    fc.assert(
      fc.property(roomy, seed, words, (given, luck, said) => {
        const state = conversation(given, luck, said);
        if (given.protocol !== 'udp') expectWhole(state);
      }),
      { numRuns: runs },
    );
  });

  it('comes to an end though acknowledgements with timestamps overtake each other and are doubled', () => {
    const given = tcpSetupSchema.parse({
      client: { iss: 0, window: 21, mss: 1, timestamps: true },
      server: { iss: 0xffff_fff0, mss: 1, timestamps: true },
      network: { delay: 1, jitter: 11, loss: 0, duplication: 0.4708518052939326 },
      times: { msl: 2_000 },
    });
    const state = conversation(given, 0, [
      { side: 'client', text: ' ' },
      { side: 'server', text: ' '.repeat(10) },
      { side: 'server', text: ' '.repeat(9) },
    ]);
    expectWhole(state);
    expect([state.client.state, state.server.state, state.wire]).toEqual(['CLOSED', 'CLOSED', []]);
    expect(state.segments.length).toBeLessThan(200);
  });
});
