import { otherLocale } from '@/lib/words/locale';
import type { AuthorError } from '../author-error';
import type { LessonCheck } from '../lesson-rules';
import { textHash } from '../text-hash';
import { isPlain, lettersOf, likeness, pairsOf } from '../wording/english';
import { lessonTrees, lessonWords } from '../wording/lesson-words';
import { isHan, notWords, type WordRun } from '../wording/word-run';

/** A text that is older than what it was made from, and words that were left in the other language. */
export function checkTranslation(check: LessonCheck): AuthorError[] {
  return [...staleTexts(check), ...leftInEnglish(check), ...leftInChinese(check)];
}

/** Not mended by a machine: the digits promise that somebody has compared the two. */
function staleTexts(check: LessonCheck): AuthorError[] {
  return lessonTrees(check).flatMap(({ name, text, source, locale }) => {
    const original = check.lesson.texts[otherLocale(locale)];
    if (!text.isStale || !original) return [];
    const now = textHash(original.body);
    return [
      {
        ...check.placeAt(name, Math.max(0, source.search(/^from:/m))),
        rule: 'stale-translation',
        severity: 'warning',
        message: `${original.file} has changed since this was made from it`,
        expected: `the text of ${now}`,
        found: `from: ${text.from}`,
        fix: `from: ${now}, once it says the same`,
      },
    ];
  });
}

/** So many words of English in a row are a sentence, not a name. */
const sentence = 6;
/** English in Chinese text: letters, with what stands between them. */
const latin = new RegExp(`[A-Za-z][A-Za-z0-9 ,.;:'"’“”()\\-–—?!\\n${notWords}]*`, 'g');

function leftInEnglish(check: LessonCheck): AuthorError[] {
  const runs = lessonWords(check);
  const english = runs.filter(({ locale }) => locale === 'en').map(({ text }) => pairsOf(lettersOf(text)));
  return runs.filter(({ locale }) => locale === 'zh').flatMap((run) => englishIn(run, english, check));
}

function englishIn(run: WordRun, english: readonly (readonly string[])[], check: LessonCheck): AuthorError[] {
  const whole = lettersOf(run.text);
  const isAllLatin = ![...run.text].some(isHan);
  // A line of its own is a heading, an option, a whole text: there fewer words tell.
  const least = isAllLatin ? 2 : sentence;
  for (const found of run.text.matchAll(latin)) {
    const words = isAllLatin ? whole : lettersOf(found[0]);
    if (words.length < least || !isPlain(isAllLatin ? run.text : found[0])) continue;
    const twin = english.some((other) => likeness(words, other) >= 0.8);
    // What the English text does not say may be quoted; a long run of it, or a text without a Chinese word, may not.
    const isQuoted = /[“"「『（(]$/.test(run.text.slice(0, found.index));
    if (!twin && (isQuoted || words.length < (isAllLatin ? 4 : 10))) continue;
    return [
      {
        ...check.placeAt(run.name, run.offsets[found.index] ?? 0),
        rule: twin ? 'untranslated' : 'other-language',
        message: twin ? 'this is the English text once more' : 'this is English in the Chinese text',
        expected: 'Chinese',
        found: found[0].trim().replaceAll(notWords, '…'),
        ...(twin ? {} : { fix: 'say it in Chinese; a quotation stands in “…”, code in backticks' }),
      },
    ];
  }
  return [];
}

/** An example of Chinese in an English text stands in quotes, brackets or backticks. */
function leftInChinese(check: LessonCheck): AuthorError[] {
  return lessonWords(check).flatMap((run) => {
    if (run.locale !== 'en') return [];
    for (const found of run.text.matchAll(/[\p{Script=Han}々〇][\p{Script=Han}々〇，。；：？！、]*/gu)) {
      const before = run.text.slice(0, found.index).trimEnd();
      if (/[“"‘'「『《（(]$/.test(before)) continue;
      return [
        {
          ...check.placeAt(run.name, run.offsets[found.index] ?? 0),
          rule: 'other-language',
          message: 'this is Chinese in the English text',
          expected: 'English',
          found: found[0],
          fix: `say it in English; an example stands in quotes, “${found[0]}”`,
        },
      ];
    }
    return [];
  });
}
