import fc from 'fast-check';
import { expect, it } from 'vitest';
import { concatenated } from '../bytes';
import { appended } from './append';

it('is the two laid end to end, whatever else was made of either before', () => {
  const piece = fc.uint8Array({ maxLength: 20 });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), piece), { maxLength: 40 }), (steps) => {
      const made: { is: Uint8Array; should: Uint8Array }[] = [{ is: new Uint8Array(0), should: new Uint8Array(0) }];
      for (const [from, more] of steps) {
        const base = made[from % made.length];
        if (base) made.push({ is: appended(base.is, more), should: concatenated(base.should, more) });
      }
      for (const { is, should } of made) expect([...is]).toEqual([...should]);
    }),
  );
});
