import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TcpAction } from '@/lib/labs/tcp/action';
import { type TcpSetup, tcpSetupSchema } from '@/lib/labs/tcp/setup';
import type { TcpState } from '@/lib/labs/tcp/state';
import { tcpLab } from '@/lib/labs/tcp/tcp-lab';
import { frame, pictureOf, stretchOf } from './tcp-picture';

const side = fc.constantFrom('client' as const, 'server' as const);
const action: fc.Arbitrary<TcpAction> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<TcpAction>({ kind: 'next' }) },
  fc.record({ kind: fc.constantFrom('listen' as const, 'open' as const, 'close' as const, 'abort' as const), side }),
  fc.record({ kind: fc.constant('send' as const), side, text: fc.constantFrom('a', 'hello') }),
  fc.record({
    kind: fc.constantFrom('deliver' as const, 'drop' as const, 'duplicate' as const),
    segment: fc.integer({ min: 0, max: 12 }),
  }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(1, 100, 60_000) }),
);
const network = fc.record({ loss: fc.constantFrom(0, 0.3), jitter: fc.constantFrom(0, 200) });

/** The state after each action, the start included. */
function states(setup: TcpSetup, actions: readonly TcpAction[]): TcpState[] {
  const all = [tcpLab.start(setup, 1)];
  for (const action of actions) {
    const last = all.at(-1);
    if (last) all.push(tcpLab.step(last, action).state);
  }
  return all;
}

function run(actions: readonly TcpAction[]): TcpState {
  const last = states(tcpSetupSchema.parse({}), actions).at(-1);
  if (!last) throw new Error('a run has a start');
  return last;
}

test('no step of a run needs more room than the whole run, so nothing shifts while one steps', () => {
  fc.assert(
    fc.property(network, fc.array(action, { maxLength: 30 }), (network, actions) => {
      const all = states(tcpSetupSchema.parse({ network }), actions);
      const whole = all.at(-1);
      if (!whole) return;
      const stretch = stretchOf(whole);
      const room = pictureOf(whole, stretch).height;
      for (const state of all) expect(pictureOf(state, stretch).height).toBeLessThanOrEqual(room);
    }),
  );
});

test('every line stays between the two sides and within the picture', () => {
  fc.assert(
    fc.property(network, fc.array(action, { maxLength: 30 }), (network, actions) => {
      for (const state of states(tcpSetupSchema.parse({ network }), actions)) {
        const { arrows, height } = pictureOf(state, 1);
        for (const { x, y } of arrows.flatMap(({ from, to }) => [from, to])) {
          expect(x).toBeGreaterThanOrEqual(frame.client);
          expect(x).toBeLessThanOrEqual(frame.server);
          expect(y).toBeLessThanOrEqual(height);
        }
      }
    }),
  );
});

const open: TcpAction[] = [{ kind: 'listen', side: 'server' }, { kind: 'open', side: 'client' }, { kind: 'next' }];

test('a segment that has arrived ends at the other side; one under way or lost ends before it', () => {
  const [syn, synAck] = pictureOf(run(open), 1).arrows;
  expect(syn?.to.x).toBe(frame.server);
  expect(synAck?.to.x).toBeGreaterThan(frame.client);
  const lost = pictureOf(run([...open, { kind: 'drop', segment: 1 }]), 1).arrows[1];
  expect(lost?.to.x).toBeGreaterThan(frame.client);
});

test('two that cross are given short words, each beside its sender', () => {
  const both: TcpAction[] = [
    { kind: 'open', side: 'client' },
    { kind: 'open', side: 'server' },
  ];
  for (const steps of [0, 1, 2]) {
    const actions = [...both, ...Array.from({ length: steps }, (): TcpAction => ({ kind: 'next' }))];
    expect(pictureOf(run(actions), 1).arrows.slice(0, 2)).toMatchObject([{ room: 'short' }, { room: 'short' }]);
  }
});
