import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCodeMeta } from './code-meta';

test('reads a title and marked lines in either order', () => {
  const meta = { title: 'The request', marked: [2, 4, 5] };
  expect(readCodeMeta('title="The request" {2,4-5}', 6)).toEqual({ meta });
  expect(readCodeMeta('{4-5,2} title="The request"', 6)).toEqual({ meta });
  expect(readCodeMeta(undefined, 1)).toEqual({ meta: { title: undefined, marked: [] } });
});

test('reads that a block is broken on purpose, or prints the next one', () => {
  expect(readCodeMeta('broken', 1)).toEqual({ meta: { title: undefined, marked: [], broken: true } });
  expect(readCodeMeta('prints {1} title="Two"', 1)).toEqual({ meta: { title: 'Two', marked: [1], prints: true } });
  expect(readCodeMeta('brokenly', 1)).toEqual({ found: 'brokenly' });
  expect(readCodeMeta('prints prints', 1)).toEqual({ found: 'prints' });
});

test('says what it cannot read', () => {
  expect(readCodeMeta('title=The', 3)).toEqual({ found: 'title=The' });
  expect(readCodeMeta('{2', 3)).toEqual({ found: '{2' });
  expect(readCodeMeta('title="a" title="b"', 3)).toEqual({ found: 'title="b"' });
});

test('refuses lines that the block does not have', () => {
  expect(readCodeMeta('{4}', 3)).toEqual({ found: '{4}' });
  expect(readCodeMeta('{0}', 3)).toEqual({ found: '{0}' });
  expect(readCodeMeta('{3-2}', 3)).toEqual({ found: '{3-2}' });
});

test('never throws, and marks only lines of the block', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 50 }), (written, lines) => {
      const read = readCodeMeta(written, lines);
      if ('meta' in read) expect(read.meta.marked.every((line) => line >= 1 && line <= lines)).toBe(true);
    }),
  );
});
