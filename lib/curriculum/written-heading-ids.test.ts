import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headingIdsOf, writtenHeadingIds } from './written-heading-ids';

test('writes the missing ids and leaves the others', () => {
  expect(writtenHeadingIds('## Why not two?\n\n### Again [#again]\n\n## Why not two?\n')).toBe(
    '## Why not two? [#why-not-two]\n\n### Again [#again]\n\n## Why not two? [#why-not-two-2]\n',
  );
});

test('a translation takes over the ids of its source, heading by heading', () => {
  expect(writtenHeadingIds('## 为什么不是两次？\n\n## 分手\n', ['why-not-two', 'parting'])).toBe(
    '## 为什么不是两次？ [#why-not-two]\n\n## 分手 [#parting]\n',
  );
});

test('a # in code is not a heading, and Windows line ends stay', () => {
  expect(writtenHeadingIds('```sh\n## not one\n```\r\n## One\r\n')).toBe('```sh\n## not one\n```\r\n## One [#one]\r\n');
});

test('writing twice writes nothing more, and every id is its own', () => {
  const line = fc.oneof(
    fc.string(),
    fc.string().map((text) => `## ${text}`),
    fc.constant('```'),
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const once = writtenHeadingIds(lines.join('\n'));
      expect(writtenHeadingIds(once)).toBe(once);
      const ids = headingIdsOf(once);
      expect(ids.every((id) => id !== '' || once.includes('[#]'))).toBe(true);
    }),
  );
});
