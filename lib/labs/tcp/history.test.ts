import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { History } from './history';

type Deed = { on: number; kind: 'push' | 'set' | 'copy' | 'read'; at: number; value: number };

const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.record({
    on: fc.nat(5),
    kind: fc.constantFrom('push', 'push', 'push', 'set', 'copy', 'read'),
    at: fc.nat(400),
    value: fc.nat(1_000),
  }),
  { maxLength: 400 },
);

describe('a history', () => {
  it('is at any time the list that an array would be, and what its copies do leaves it as it was', () => {
    fc.assert(
      fc.property(deeds, fc.nat(200), (all, length) => {
        const first = Array.from({ length }, (_, place) => place);
        const arrays: number[][] = [first];
        const histories = [new History<number>()];
        for (const entry of first) histories[0]?.push(entry);
        for (const { on, kind, at, value } of all) {
          const array = arrays[on % arrays.length] ?? [];
          const history = histories[on % arrays.length] ?? new History<number>();
          if (kind === 'push') {
            array.push(value);
            history.push(value);
          } else if (kind === 'set' && array.length > 0) {
            array[at % array.length] = value;
            history.set(at % array.length, value);
          } else if (kind === 'copy' && arrays.length < 6) {
            arrays.push([...array]);
            histories.push(history.copy());
          } else if (kind === 'read') expect(history.all()).toEqual(array);
        }
        arrays.forEach((array, place) => {
          expect(histories[place]?.all()).toEqual(array);
          expect(histories[place]?.length).toBe(array.length);
          expect(histories[place]?.get(array.length - 1)).toBe(array.at(-1));
          expect(histories[place]?.get(array.length)).toBeUndefined();
        });
      }),
    );
  });

  it('gives the same array again as long as nothing changed, however often it is asked', () => {
    const history = new History<number>();
    history.push(1);
    const before = history.all();
    expect(history.all()).toBe(before);
    history.push(2);
    expect(history.all()).toEqual([1, 2]);
    expect(before).toEqual([1]);
  });

  it('refuses to change an entry that is not there', () => {
    expect(() => new History<number>().set(0, 1)).toThrow('a history of 0 has no entry 0');
  });
});
