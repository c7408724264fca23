/**
 * The seeded randomness of the labs: splitmix32, a 32-bit counter stepped by the golden ratio and mixed
 * (the finaliser of MurmurHash3 as tuned by T. Ettinger's "lowbias32"). Small, fast, the same in every browser,
 * and good enough for networks that lose segments; never used for secrets.
 *
 * A state is one number, so it lives in a lab's state and replays with it.
 */
export type RandomState = number;

const goldenRatio = 0x9e37_79b9;

function mix(value: number): number {
  let mixed = value >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0_aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a_2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** The generator for `seed`; `branch` splits off an independent one: each use of chance has its own and does not disturb the others. */
export function seeded(seed: number, branch = 0): RandomState {
  return mix((seed >>> 0) ^ mix(Math.imul(branch + 1, goldenRatio)));
}

/** The next 32 bits, and the state after them. */
export function nextUint32(state: RandomState): { value: number; state: RandomState } {
  const stepped = (state + goldenRatio) >>> 0;
  return { value: mix(stepped), state: stepped };
}

/** The next fraction, 0 ≤ value < 1. */
export function nextFraction(state: RandomState): { value: number; state: RandomState } {
  const next = nextUint32(state);
  return { value: next.value / 0x1_0000_0000, state: next.state };
}

/** The next integer, 0 ≤ value < bound. */
export function nextBelow(state: RandomState, bound: number): { value: number; state: RandomState } {
  const next = nextFraction(state);
  return { value: Math.floor(next.value * bound), state: next.state };
}
