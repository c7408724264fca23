import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slug } from './content-schemas';
import { headingIdFor, markedHeading, withHeadingId } from './heading-id';

const id = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);
const words = fc
  .string({ minLength: 1 })
  .filter((text) => text.trim() !== '' && !/\[#[^\]\s]*\]\s*$/.test(text) && !/\s$/.test(text));

test('an id that is written is the id that is read, whatever the words', () => {
  fc.assert(
    fc.property(words, id, (text, written) => {
      expect(markedHeading(withHeadingId(text, written))).toEqual({ text: text.trim(), id: written });
    }),
  );
});

test('a heading without a mark keeps its words', () => {
  expect(markedHeading('Why not two? [sic]')).toEqual({ text: 'Why not two? [sic]', id: undefined });
  expect(markedHeading('为什么不是两次？[#why-not-two]')).toEqual({ text: '为什么不是两次？', id: 'why-not-two' });
});

test('an id made from words can stand in an address, or is empty', () => {
  expect(headingIdFor('Who has to wait, and why?')).toBe('who-has-to-wait-and-why');
  expect(headingIdFor('Ça coûte')).toBe('ca-coute');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const made = headingIdFor(text);
      expect(made === '' || slug.test(made)).toBe(true);
    }),
  );
});
