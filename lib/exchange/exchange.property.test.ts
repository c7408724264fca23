import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { questionStarters } from '@/lib/curriculum/question-starters';
import { type Question, questionSchema } from '@/lib/quiz/question';
import { bringQuestion } from './bring/bring-question';
import { parseGift } from './gift/parse-gift';
import { parseMoodle } from './moodle/parse-moodle';
import { writeMoodle } from './moodle/write-moodle';
import { qtiPackage } from './qti/qti-package';
import { takeQuestion } from './take/take-question';

/**
 * What Moodle itself ships as examples, when their path is given: MOODLE_GIFT_EXAMPLES=…/question/format/gift/examples.txt. The file is under
 * Moodle's licence and does not lie here; every form in it is in exchange.test.ts in words of our own.
 */
const examples = process.env.MOODLE_GIFT_EXAMPLES;
if (examples !== undefined) {
  test('every question of Moodle’s own examples is read, and comes along or says why not', () => {
    const { questions, faults } = parseGift(readFileSync(examples, 'utf8'));
    expect(faults).toEqual([]);
    const into = { locale: 'en' as const, objectives: [], taken: new Set<string>() };
    const brought = questions.map((question) => bringQuestion(question, into));
    for (const { question, notes } of brought)
      expect(questionSchema.safeParse(question).success || notes.some(({ loss }) => loss === 'left-out')).toBe(true);
    expect(questions.length).toBeGreaterThan(30);
  });
}

const t = (en: string) => ({ en, zh: en });

/** A part that a question may have besides what its kind asks for, and the word by which a report names it when it is lost. */
const extras = {
  hints: {
    put: { hints: [t('Look again.'), t('And again.')] },
    gift: /hints \(2\)/,
    moodle: undefined,
    qti: /hints \(2\)/,
  },
  objective: { put: { objective: 'an-aim' }, gift: undefined, moodle: undefined, qti: /objective/ },
  assessed: { put: { use: 'assessed' }, gift: undefined, moodle: undefined, qti: /assignments/ },
  moved: { put: { moved: 'an-old-id' }, gift: /an-old-id/, moodle: /an-old-id/, qti: /an-old-id/ },
} as const;
type Extra = keyof typeof extras;
const names: Extra[] = ['hints', 'objective', 'assessed', 'moved'];

const anyQuestion = fc
  .record({
    kind: fc.constantFrom(...Object.entries(questionStarters)),
    with: fc.subarray(names),
    hasExplanation: fc.boolean(),
  })
  .chain(({ kind: [kind, starter], with: chosen, hasExplanation }) => {
    const { explanation, ...rest } = starter;
    const put = Object.assign({}, ...chosen.map((name) => extras[name].put));
    const read = questionSchema.safeParse({
      id: 'asked',
      kind,
      ...rest,
      ...(hasExplanation ? { explanation } : {}),
      ...put,
    });
    return fc.constant(read.success ? { question: read.data, chosen } : undefined);
  })
  .filter((one) => one !== undefined);

/** What a report has to name for these parts, and what it must not. */
function expectNamed(notes: readonly { why: string }[], chosen: readonly Extra[], format: 'gift' | 'moodle' | 'qti') {
  const said = notes.map(({ why }) => why);
  for (const name of names) {
    const word = extras[name][format];
    if (word === undefined) continue;
    expect(said.filter((why) => word.test(why)).length, `${format} ${name}: ${said.join('; ')}`).toBe(
      chosen.includes(name) ? 1 : 0,
    );
  }
}

describe('whatever a question has', () => {
  test.each(['gift', 'moodle'] as const)('the report of %s names exactly what is lost of it', (format) => {
    fc.assert(
      fc.property(anyQuestion, ({ question, chosen }) => {
        const { question: taken, notes } = takeQuestion(question, { locale: 'en', format });
        if (taken) expectNamed(notes, chosen, format);
        else expect(notes).toMatchObject([{ loss: 'left-out', item: 'asked' }]);
      }),
      { numRuns: 300 },
    );
  });

  test('comes back from Moodle XML with its hints, its id, its objective and its use', () => {
    fc.assert(
      fc.property(anyQuestion, ({ question }) => {
        const { question: taken } = takeQuestion(question, { locale: 'en', format: 'moodle' });
        const [read] = taken ? parseMoodle(writeMoodle([taken])).questions : [];
        if (!read) return;
        const objectives = question.objective ? [question.objective] : [];
        const back = bringQuestion(read, { locale: 'en', objectives, taken: new Set() });
        const { id, use, objective, hints } = questionSchema.parse(back.question);
        expect({ id, use, objective, hints: hints?.map(({ en }) => en) }).toEqual({
          id: question.id,
          use: question.use,
          objective: question.objective,
          hints: question.hints?.map(({ en }) => en),
        });
      }),
      { numRuns: 150 },
    );
  });

  test('its QTI is well formed, one file for each question that is not left out', { timeout: 60_000 }, async () => {
    const drawn = fc.sample(anyQuestion, 150);
    const questions = drawn.map(({ question }, at): Question => ({ ...question, id: `asked-${at}` }));
    for (const [at, { chosen }] of drawn.entries()) {
      const one = questions[at];
      if (!one) continue;
      const { notes } = qtiPackage([one], { locale: 'en', lesson: 'path/lesson', title: 'A' });
      if (notes.every(({ loss }) => loss !== 'left-out')) expectNamed(notes, chosen, 'qti');
    }
    const { files, notes } = qtiPackage(questions, { locale: 'en', lesson: 'path/lesson', title: '<A & "B">' });
    expect(files.size - 2 + notes.filter(({ loss }) => loss === 'left-out').length).toBe(questions.length);
    const xml = [...files].map(([name, contents]) => ({ fileName: name.replaceAll('/', '-'), contents }));
    const { valid, errors } = await validateXML({
      xml,
      normalization: 'format',
      initialMemoryPages: 1024,
      maxMemoryPages: 8192,
    });
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
  });
});
