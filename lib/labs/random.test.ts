import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextBelow, nextFraction, nextUint32, type RandomState, seeded } from './random';

function drawn<T>(
  state: RandomState,
  count: number,
  next: (state: RandomState) => { value: T; state: RandomState },
): T[] {
  const values: T[] = [];
  let now = state;
  for (let place = 0; place < count; place += 1) {
    const draw = next(now);
    values.push(draw.value);
    now = draw.state;
  }
  return values;
}

describe('the randomness of the labs', () => {
  it('is the same for the same seed for ever', () => {
    expect(drawn(seeded(1), 4, nextUint32)).toEqual([2_119_635_827, 1_420_740_820, 2_584_658_726, 4_292_821_348]);
    expect(drawn(seeded(1, 1), 2, nextUint32)).toEqual([2_158_839_348, 1_319_447_616]);
  });

  it('is another in each branch', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (seed) => {
        expect(drawn(seeded(seed, 0), 4, nextUint32)).not.toEqual(drawn(seeded(seed, 1), 4, nextUint32));
      }),
    );
  });

  it('spreads evenly', () => {
    const counts = new Array<number>(16).fill(0);
    for (const value of drawn(seeded(42), 16_000, (state) => nextBelow(state, 16)))
      counts[value] = (counts[value] ?? 0) + 1;
    // Chi-squared with 15 degrees of freedom: 37.7 would be exceeded once in a thousand seeds.
    const chiSquared = counts.reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0);
    expect(chiSquared).toBeLessThan(37.7);
    expect(drawn(seeded(42), 1_000, nextFraction).every((value) => value >= 0 && value < 1)).toBe(true);
  });
});
