import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { nextBelow, type RandomState, seeded } from '../random';
import { run } from '../replay';
import type { TcpAction } from './action';
import { tcpSetupSchema } from './setup';
import { tcpLab } from './tcp-lab';

/** Chance of this test's own, so that the walks stay the same whatever fast-check becomes. */
class Dice {
  constructor(private state: RandomState) {}

  below(bound: number): number {
    const { value, state } = nextBelow(this.state, bound);
    this.state = state;
    return value;
  }

  of<T>(first: T, ...others: T[]): T {
    return others[this.below(others.length + 1) - 1] ?? first;
  }
}

/** As a setup was written before major 1 learnt its later fields. */
function oldSetup(dice: Dice): unknown {
  return {
    client: {
      iss: dice.of(1_000, 0xffff_fff8, undefined),
      window: dice.of(65_535, 8, 30),
      mss: dice.of(1_460, 10),
      ackDelay: dice.of(0, 200),
      reading: dice.of('at-once', 'on-call'),
    },
    server: {
      window: dice.of(65_535, 8),
      mss: dice.of(1_460, 10),
      ackDelay: dice.of(0, 300),
      reading: dice.of('at-once', 'on-call'),
    },
    network: {
      delay: dice.of(40, 300),
      jitter: dice.of(0, 500),
      loss: dice.of(0, 0.3),
      duplication: dice.of(0, 0.3),
    },
    times: { msl: 2_000 },
  };
}

function oldActions(dice: Dice): TcpAction[] {
  const beginning: TcpAction[] = dice.of<TcpAction[]>(
    [
      { kind: 'listen', side: 'server' },
      { kind: 'open', side: 'client' },
    ],
    [
      { kind: 'open', side: 'client' },
      { kind: 'open', side: 'server' },
    ],
    [],
  );
  const then = Array.from({ length: 60 }, (): TcpAction => {
    const side = dice.of('client', 'server');
    const segment = dice.below(30);
    return dice.of<() => TcpAction>(
      () => ({ kind: 'next' }),
      () => ({ kind: 'next' }),
      () => ({ kind: 'next' }),
      () => ({ kind: 'wait', ms: 1 + dice.below(3_000) }),
      () => ({ kind: 'send', side, text: 'some words and more'.slice(0, 1 + dice.below(18)) }),
      () => ({ kind: dice.of('receive', 'close', 'listen', 'open'), side }),
      () => ({ kind: dice.of('deliver', 'drop', 'duplicate'), segment }),
      () => ({ kind: 'delay', segment, ms: 1 + dice.below(2_000) }),
      () => dice.of<TcpAction>({ kind: 'next' }, { kind: 'abort', side }),
    )();
  });
  return [...beginning, ...then];
}

describe('major 1', () => {
  it('replays the logs saved under its first setups byte for byte: the same events, the same datagrams', () => {
    const whole = createHash('sha256');
    for (let walk = 0; walk < 300; walk += 1) {
      const dice = new Dice(seeded(9_293, walk));
      const setup = tcpSetupSchema.parse(oldSetup(dice));
      const replayed = run(tcpLab, { setup, seed: walk }, oldActions(dice));
      if (replayed.kind !== 'replayed') throw new Error(replayed.message);
      whole.update(JSON.stringify(replayed.events));
      for (const { bytes, at, fate } of replayed.state.segments) whole.update(bytes).update(`${at}${fate}`);
      whole.update(`${replayed.state.client.state} ${replayed.state.server.state} ${replayed.steps}`);
    }
    expect(whole.digest('hex')).toBe('9ceb70cbe2d29ddb39fcf8254a4c2989c63a1f092704d8b168667042b331fd54');
  });
});
