import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { moved } from './grid-move';

const size = { rows: 51, columns: 54 };
const press = (key: string, more: object = {}) => ({ key, toCorner: false, isMirrored: false, ...more });

describe('a key in the gradebook', () => {
  test.each([
    ['ArrowRight', { row: 3, column: 5 }],
    ['ArrowLeft', { row: 3, column: 3 }],
    ['ArrowUp', { row: 2, column: 4 }],
    ['ArrowDown', { row: 4, column: 4 }],
    ['PageDown', { row: 13, column: 4 }],
    ['PageUp', { row: 0, column: 4 }],
    ['Home', { row: 3, column: 0 }],
    ['End', { row: 3, column: 53 }],
  ])('%s goes where it says', (key, to) => {
    expect(moved({ row: 3, column: 4 }, press(key), size)).toEqual(to);
  });

  it('goes to the corners with Ctrl', () => {
    expect(moved({ row: 3, column: 4 }, press('Home', { toCorner: true }), size)).toEqual({ row: 0, column: 0 });
    expect(moved({ row: 3, column: 4 }, press('End', { toCorner: true }), size)).toEqual({ row: 50, column: 53 });
  });

  it('goes the other way where lines run from right to left', () => {
    expect(moved({ row: 3, column: 4 }, press('ArrowRight', { isMirrored: true }), size)).toEqual({
      row: 3,
      column: 3,
    });
  });

  it('leaves every other key to the browser', () => {
    for (const key of ['Enter', 'Tab', ' ', 'a', 'Escape'])
      expect(moved({ row: 0, column: 0 }, press(key), size)).toBeUndefined();
    expect(moved({ row: 0, column: 0 }, press('ArrowDown', { toCorner: true }), size)).toBeUndefined();
  });

  it('never leaves the table', () => {
    const keys = fc.constantFrom(
      'ArrowRight',
      'ArrowLeft',
      'ArrowUp',
      'ArrowDown',
      'PageUp',
      'PageDown',
      'Home',
      'End',
    );
    fc.assert(
      fc.property(fc.nat(50), fc.nat(53), keys, fc.boolean(), (row, column, key, isMirrored) => {
        const to = moved({ row, column }, press(key, { isMirrored }), size);
        expect(to && to.row >= 0 && to.row < size.rows && to.column >= 0 && to.column < size.columns).toBe(true);
      }),
    );
  });
});
