import { join } from 'node:path';
import fc from 'fast-check';
import { parse as parseElsewhere } from 'gift-pegjs';
import { describe, expect, test } from 'vitest';
import { readWholeLesson } from '@/lib/curriculum/read-whole-lesson';
import { type Question, questionSchema } from '@/lib/quiz/question';
import { richText } from '@/lib/quiz/rich-text';
import { formsOf } from '@/lib/quiz/words-key';
import type { Locale, Localized } from '@/lib/words/locale';
import { bringQuestion } from './bring/bring-question';
import { parseGift } from './gift/parse-gift';
import { writeGift } from './gift/write-gift';
import { parseMoodle } from './moodle/parse-moodle';
import { writeMoodle } from './moodle/write-moodle';
import { takeQuestion } from './take/take-question';
import { escapeMarkdown } from './text/html-markdown';

const formats = ['gift', 'moodle'] as const;

/** Out and in again: what comes back, and what the report said would be lost on the way out. */
function roundTrip(question: Question, format: (typeof formats)[number], locale: Locale) {
  const taken = takeQuestion(question, { locale, format });
  if (!taken.question) return { lost: taken.notes };
  const file = format === 'gift' ? writeGift([taken.question]) : writeMoodle([taken.question]);
  const { questions, faults } = format === 'gift' ? parseGift(file) : parseMoodle(file);
  expect(faults, file).toEqual([]);
  expect(questions, file).toHaveLength(1);
  const [read] = questions;
  if (!read) throw new Error(file);
  const into = { locale, objectives: question.objective ? [question.objective] : [], taken: new Set<string>() };
  const brought = bringQuestion(read, into);
  expect(brought.question, `${file}\n${JSON.stringify(brought.notes)}`).toBeDefined();
  return { lost: taken.notes, back: questionSchema.parse(brought.question), file };
}

/** What a learner meets, whatever ids its parts have. */
function seen(question: Question, locale: Locale): unknown {
  const text = (said: Localized | undefined) =>
    said && richText(said[locale] ?? said[locale === 'en' ? 'zh' : 'en'] ?? '');
  const choice = (
    options: readonly { text: Localized; right?: true | undefined; feedback?: Localized | undefined }[],
  ) => options.map(({ text: words, right, feedback }) => [text(words), right === true, text(feedback)]);
  const base = {
    id: question.id,
    kind: question.kind,
    use: question.use,
    objective: question.objective,
    prompt: text(question.prompt),
    explanation: text(question.explanation),
  };
  switch (question.kind) {
    case 'single-choice':
      return { ...base, options: choice(question.options) };
    case 'multiple-choice':
      return { ...base, credit: question.credit, options: choice(question.options) };
    case 'numeric':
      return {
        ...base,
        value: question.value,
        tolerance: question.tolerance,
        mistakes: question.mistakes.map(({ value, tolerance, feedback }) => [value, tolerance, text(feedback)]),
      };
    case 'short-text':
      return {
        ...base,
        accept: [...new Set(formsOf(question.accept))],
        near: question.near.map(({ accept, patterns, feedback }) => [accept, patterns, text(feedback)]),
      };
    case 'matching':
      return {
        ...base,
        pairs: question.lefts.map((left) => [
          text(left.text),
          text(question.rights.find(({ id }) => id === left.match)?.text),
        ]),
        rights: question.rights.map((right) => text(right.text)),
      };
    case 'ordering':
      return { ...base, steps: question.steps.map((step) => text(step.text)) };
    default:
      return base;
  }
}

const content = await readWholeLesson({
  path: 'tcp-tls',
  slug: 'three-way-four-way',
  order: 3,
  folder: join(process.cwd(), 'content/tcp-tls/03-three-way-four-way'),
});
const own = (content.lesson?.items ?? []).flatMap((item) => (item.kind === 'question' ? [item.question] : []));

describe.each(formats)('our own content through %s', (format) => {
  test.each(['en', 'zh'] as const)('loses nothing that the format can hold, in %s', (locale) => {
    expect(own.length).toBeGreaterThan(20);
    const whole = own.filter((question) => {
      const { back, lost, file } = roundTrip(question, format, locale);
      if (!back) expect(lost.map(({ loss }) => loss)).toEqual(['left-out']);
      // A kind that the format knows comes back as it was; what became another kind was told.
      if (back && back.kind === question.kind) expect(seen(back, locale), file).toEqual(seen(question, locale));
      else if (back) expect(lost.some(({ loss }) => loss === 'approximated')).toBe(true);
      return back?.kind === question.kind;
    });
    expect(whole.length).toBeGreaterThanOrEqual(10);
  });
});

const word = fc.string({
  unit: fc.constantFrom(...'ab9 ~=#{}:\\n%[]<>&"\'*_`|-+.$@!号，（'),
  minLength: 1,
  maxLength: 14,
});
const shown = word.map((said) => said.replace(/\s+/g, ' ').trim()).filter((said) => said !== '');
const markdown = fc
  .tuple(shown, fc.constantFrom('plain', 'strong', 'code', 'list', 'paragraphs', 'link', 'fence'), shown)
  .map(([one, form, other]) => {
    const [a, b] = [escapeMarkdown(one), escapeMarkdown(other)];
    if (form === 'strong') return `${a} and **x${b}x** so`;
    if (form === 'code') return `${a} and \`${other.replaceAll('`', "'")}\` so`;
    if (form === 'list') return `${a}\n\n- ${b}\n- x${a}`;
    if (form === 'paragraphs') return `${a}\n\n${b}`;
    if (form === 'link') return `${a} [x${b}x](https://example.org/a?b=c)`;
    if (form === 'fence') return `${a}\n\n\`\`\`\n${other.replaceAll('`', "'")}\n  x\n\`\`\``;
    return a;
  })
  .filter((text) => {
    try {
      return richText(text).length > 0;
    } catch {
      return false;
    }
  });
const localized = markdown.map((en) => ({ en }));
const maybe = fc.option(localized, { nil: undefined });
const options = fc
  .uniqueArray(fc.record({ text: localized, feedback: maybe }), {
    minLength: 3,
    maxLength: 6,
    selector: ({ text }) => JSON.stringify(richText(text.en)),
  })
  .chain((all) => fc.tuple(fc.constant(all), fc.array(fc.boolean(), { minLength: all.length, maxLength: all.length })));
const base = { prompt: localized, explanation: maybe, id: fc.constant('asked') };
const numbers = fc.integer({ min: -99_999, max: 99_999 });
const written: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({
    ...base,
    kind: fc.constant('single-choice'),
    options: options.map(([all]) =>
      all.map((one, at) => ({ ...one, id: `o-${at}`, ...(at === 1 ? { right: true } : {}) })),
    ),
  }),
  fc.record({
    ...base,
    kind: fc.constant('multiple-choice'),
    credit: fc.constantFrom('right-minus-wrong', 'all-or-nothing'),
    options: options.map(([all, right]) =>
      all.map((one, at) => ({ ...one, id: `o-${at}`, ...(at < 2 || (at > 2 && right[at]) ? { right: true } : {}) })),
    ),
  }),
  fc.record({
    ...base,
    kind: fc.constant('numeric'),
    value: numbers,
    tolerance: fc.integer({ min: 0, max: 9 }),
    mistakes: fc.array(
      fc.record({ value: numbers.map((far) => far + 500_000), tolerance: fc.constant(0), feedback: localized }),
      { maxLength: 3 },
    ),
  }),
  fc.record({
    ...base,
    kind: fc.constant('short-text'),
    punctuation: fc.constant('exact'),
    accept: fc.uniqueArray(
      shown.map((form) => `x${form}`),
      { minLength: 1, maxLength: 4 },
    ),
  }),
  fc.record({
    ...base,
    kind: fc.constant('matching'),
    lefts: fc
      .uniqueArray(markdown, { minLength: 2, maxLength: 5, selector: (text) => JSON.stringify(richText(text)) })
      .map((all) => all.map((en, at) => ({ id: `l-${at}`, text: { en }, match: `r-${at % 2}` }))),
    rights: fc
      .uniqueArray(shown, { minLength: 2, maxLength: 4 })
      .map((all) => all.map((said, at) => ({ id: `r-${at}`, text: { en: escapeMarkdown(said) } }))),
  }),
);
const random = written
  .map((one) => questionSchema.safeParse(JSON.parse(JSON.stringify(one))))
  .filter(({ success }) => success)
  .map(({ data }) => data);

describe.each(formats)('any question through %s', (format) => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(random, (question) => {
        if (!question) return;
        const { back, lost, file } = roundTrip(question, format, 'en');
        if (back) expect(seen(back, 'en'), file).toEqual(seen(question, 'en'));
        else expect(lost.map(({ loss }) => loss)).toEqual(['left-out']);
      }),
      { numRuns: 150 },
    );
  });
});

test('another reader of GIFT (gift-pegjs) finds the same questions in what is written', () => {
  const taken = own.flatMap((question) => takeQuestion(question, { locale: 'en', format: 'gift' }).question ?? []);
  const read = parseElsewhere(writeGift(taken)).filter(({ type }) => type !== 'Category');
  expect(read.map((one) => ('title' in one ? one.title : null))).toEqual(taken.map(({ name }) => name));
  const types = { choice: 'MC', words: 'Short', number: 'Numerical', matching: 'Matching' };
  expect(read.map(({ type }) => type)).toEqual(taken.map(({ asked }) => Reflect.get(types, asked.kind)));
});
