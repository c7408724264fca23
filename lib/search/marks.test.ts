import fc from 'fast-check';
import { expect, test } from 'vitest';
import { marksIn, snippetOf } from '@/lib/search/marks';

const marked = (text: string, ...words: string[]) => marksIn(text, words).map(([from, to]) => text.slice(from, to));

test('marks whole words, whatever their case', () => {
  expect(marked('A Segment, two segments', 'segment')).toEqual(['Segment']);
});

test('Chinese pairs that touch are one mark', () => {
  expect(marked('这就是三次握手。', '三次', '次握', '握手')).toEqual(['三次握手']);
});

test('terms with hyphens and signs are words too', () => {
  expect(marked('half-close and c++', 'half-close', 'c++')).toEqual(['half-close', 'c++']);
});

test('a snippet begins near what was found and keeps every character between its ends', () => {
  const text = `${'before '.repeat(60)}the handshake ${'after '.repeat(60)}`;
  const parts = snippetOf(text, ['handshake']);
  expect(parts.filter(({ isMarked }) => isMarked).map((part) => part.text)).toEqual(['handshake']);
  expect(parts.map((part) => part.text).join('').length).toBeLessThan(200);
});

test('any words can be sought in any text', () => {
  const any = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(any, fc.array(any), (text, words) => {
      const marks = marksIn(text, words);
      expect(marks.every(([from, to], at) => from < to && (marks[at - 1]?.[1] ?? -1) < from)).toBe(true);
      snippetOf(text, words);
    }),
  );
});
