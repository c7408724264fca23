import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { distinctWords } from '@/lib/search/distinct-words';
import { makeSearchTexts } from '@/lib/search/read-search';
import { searchIndex } from '@/lib/search/search-index';
import { wordsOf } from '@/lib/search/words-of';
import { type Locale, locales } from '@/lib/words/locale';

const taught = await curriculum();
const texts = { en: makeSearchTexts(taught, 'en'), zh: makeSearchTexts(taught, 'zh') };
const indexes = { en: searchIndex(texts.en.file), zh: searchIndex(texts.zh.file) };
const places = (locale: Locale, query: string) =>
  indexes[locale].find(query).map(({ address }) => address.replace(/\?[^#]*/, ''));
const lesson = '/learn/tcp-tls/three-way-four-way';

test.each<[Locale, string, string]>([
  ['zh', '三次握手', lesson],
  ['zh', '握手', lesson],
  ['zh', '序列号', '/glossary#sequence-number'],
  ['zh', '半关闭', `${lesson}#half-close`],
  ['zh', 'SYN丢了', `${lesson}#lost-syn`],
  ['zh', 'ＴＩＭＥ－ＷＡＩＴ', '/glossary#time-wait'],
  ['en', 'three way', lesson],
  ['en', 'handshke', lesson],
  ['en', 'half close', `${lesson}#half-close`],
  ['en', 'retransmision', `${lesson}#lost-syn`],
  ['en', 'sequence numb', '/glossary#sequence-number'],
  ['en', '序列号', '/glossary#sequence-number'],
])('in %s, "%s" is found where it is taught', (locale, query, place) => {
  expect(places(locale, query).slice(0, 5)).toContain(place);
});

test('finds labs and paths', () => {
  expect(places('en', 'tcp lab')).toContain('/labs/tcp');
  expect(places('zh', 'TCP实验')).toContain('/labs/tcp');
});

test.each(locales)('a lesson in %s weighs at most 6 KB in the index', (locale) => {
  for (const group of texts[locale].file.groups.filter(({ kind }) => kind === 'section'))
    expect(gzipSync(JSON.stringify(group), { level: 9 }).length).toBeLessThanOrEqual(6 * 1024);
});

test('no question is in it: neither prompts, nor options, nor explanations', () => {
  const all = JSON.stringify(locales.map((locale) => [texts[locale].file, [...texts[locale].snippets]]));
  for (const item of taught.items()) {
    if (item.kind !== 'question') continue;
    for (const text of Object.values(item.question.prompt))
      expect(all).not.toContain(JSON.stringify(text).slice(1, -1));
  }
});

test('packing loses no word and makes none', () => {
  const text = fc.string({ unit: fc.constantFrom('三', '次', '握', '手', '的', 'a', 'SYN', ' ', '，', '1') });
  fc.assert(
    fc.property(text, (said) => {
      expect(new Set(wordsOf(distinctWords(said)))).toEqual(new Set(wordsOf(said)));
    }),
  );
});

test('any text can be asked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (query) => Array.isArray(indexes.zh.find(query))),
    { numRuns: 30 },
  );
});
