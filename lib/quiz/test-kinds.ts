import fc from 'fast-check';
import type { Blank } from './blank';
import { kinds } from './kinds';
import { asTyped, settled } from './number-key';
import type { Kind, Responses } from './public-kinds';
import { type QuestionOf, questionSchema } from './question';
import { unitsOf } from './units';

/** What the properties of every kind are shown with. */
export type KindTest<K extends Kind> = {
  /** Any question of the kind. */
  any: fc.Arbitrary<QuestionOf<K>>;
  /** How many parts of an answer are right or wrong by themselves. */
  partsOf(question: QuestionOf<K>): number;
  /** A finished response that is right in these parts and wrong in the others, in ids. */
  answered(question: QuestionOf<K>, right: readonly boolean[]): Responses[K];
  /** The same question to look at, with another key, other ids and other words after the answer. */
  otherSecrets(question: QuestionOf<K>): unknown;
};

const text = fc
  .string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abcdefgh 序号123') })
  .map((s) => ({ en: `x${s}` }));
/** Ids of an author's; one is a name that every object has. */
const id = fc.oneof(
  { weight: 9, arbitrary: fc.stringMatching(/^[a-z]{1,6}$/) },
  { weight: 1, arbitrary: fc.constant('constructor') },
);
const ids = (most: number) => fc.uniqueArray(id, { minLength: 2, maxLength: most });

/** What may be secret in a question of any kind. */
export const otherWords = { explanation: { en: 'another explanation' }, objective: 'another', moved: 'another' };

/** An option with another id and other feedback, and the text it has. */
export const retold = (option: { id: string; text: object }, right: boolean) => ({
  id: `other-${option.id}`,
  text: option.text,
  feedback: { en: `another word on ${option.id}` },
  ...(right ? { right: true } : {}),
});

const rightOne = <O extends { right?: true | undefined }>(options: readonly O[]) =>
  options.findIndex((option) => option.right);

/** Reads what was made for one kind as a question of that kind. */
export function asKind<K extends Kind>(kind: K, made: object): QuestionOf<K> {
  const question = questionSchema.parse({ id: 'q', kind, ...made });
  if (!isOf(question, kind)) throw new Error(`made for ${kind}, read as ${question.kind}`);
  return question;
}

function isOf<K extends Kind>(question: { kind: Kind }, kind: K): question is QuestionOf<K> {
  return question.kind === kind;
}

export const singleChoiceTest: KindTest<'single-choice'> = {
  any: fc.record({ ids: ids(8), right: fc.nat(), prompt: text }).map(({ ids, right, prompt }) =>
    asKind('single-choice', {
      prompt,
      options: ids.map((id, at) => ({
        id,
        text: { en: `option ${id}` },
        ...(at === right % ids.length ? { right: true } : {}),
      })),
    }),
  ),
  partsOf: () => 1,
  answered: ({ options }, [right]) => {
    const key = rightOne(options);
    return { choice: options[right ? key : (key + 1) % options.length]?.id ?? '' };
  },
  otherSecrets(question) {
    const next = (rightOne(question.options) + 1) % question.options.length;
    return {
      ...question,
      ...otherWords,
      options: question.options.map((one, at) => retold(one, at === next)).reverse(),
    };
  },
};

export const multipleChoiceTest: KindTest<'multiple-choice'> = {
  any: fc
    .record({
      ids: ids(8),
      right: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
      credit: fc.constantFrom('right-minus-wrong', 'all-or-nothing'),
      prompt: text,
    })
    .map(({ ids, right, credit, prompt }) =>
      asKind('multiple-choice', {
        prompt,
        credit,
        options: ids.map((id, at) => ({
          id,
          text: { en: `option ${id}` },
          ...(at === 0 || right[at] ? { right: true } : {}),
        })),
      }),
    ),
  partsOf: ({ options }) => options.length,
  answered: ({ options }, right) => ({
    choices: options.filter((option, at) => (option.right === true) === right[at]).map(({ id }) => id),
  }),
  otherSecrets(question) {
    const isAnyWrong = question.options.some(({ right }) => !right);
    const options = question.options.map((one, at) => retold(one, isAnyWrong ? !one.right : at === 0));
    return { ...question, ...otherWords, credit: 'all-or-nothing', options: options.reverse() };
  },
};

export const orderingTest: KindTest<'ordering'> = {
  any: fc
    .record({ ids: ids(8), prompt: text })
    .map(({ ids, prompt }) =>
      asKind('ordering', { prompt, steps: ids.map((id) => ({ id, text: { en: `step ${id}` } })) }),
    ),
  partsOf: () => 1,
  answered(question, [right]) {
    const order = question.steps.map(({ id }) => id);
    return { order: right ? order : order.reverse() };
  },
  otherSecrets: (question) => ({
    ...question,
    ...otherWords,
    steps: question.steps.map((step) => retold(step, false)).reverse(),
  }),
};

const number = fc.record({
  value: fc.oneof(fc.integer(), fc.double({ min: -1e12, max: 1e12, noNaN: true })),
  tolerance: fc.oneof(
    fc.double({ min: 0, max: 100, noNaN: true }),
    fc.integer({ min: 0, max: 40 }).map((share) => `${share}%`),
  ),
});
const bases = fc.constantFrom(undefined, ['decimal'], ['decimal', 'hex'], ['binary', 'hex', 'decimal']);
const measures = fc.constantFrom(
  {},
  { unit: { en: 'bytes', zh: '字节' } },
  { units: ['ms', 's'] },
  {
    units: ['byte', 'kib', 'mib'],
    unitIs: 'typed',
  },
);

type NumberKey = { value: number | string; tolerance: number | string };

/** A number that is far enough from the right one, whatever is let through. */
function wrongNumber({ value: amount, tolerance }: NumberKey): number {
  const value = settled(amount);
  const reach = typeof tolerance === 'number' ? tolerance : (Math.abs(value) * Number.parseFloat(tolerance)) / 100;
  return value + 2 * reach + Math.max(1, Math.abs(value));
}

const otherNumber = ({ value }: NumberKey) => ({
  value: settled(value) + 1,
  tolerance: '3%',
  mistakes: [{ value: 5, feedback: { en: 'another' } }],
});

export const numericTest: KindTest<'numeric'> = {
  any: fc
    .record({ number, bases, measure: measures, prompt: text })
    .map(({ number, bases, measure, prompt }) =>
      asKind('numeric', { prompt, ...number, ...measure, ...(bases && !('units' in measure) ? { bases } : {}) }),
    ),
  partsOf: () => 1,
  answered(question, [right]) {
    if (right) return kinds.numeric.fromKey(question);
    const value = wrongNumber(question);
    const typed = asTyped({ value, bases: question.bases });
    const [unit] = question.units ? unitsOf(question.units) : [];
    if (!unit) return { text: typed, value };
    if (question.unitIs !== 'typed') return { text: typed, value, unit: unit.id };
    const suffix = unit.names[0] ?? '';
    return { text: `${typed} ${suffix}`, value, suffix };
  },
  otherSecrets: (question) => ({ ...question, ...otherWords, ...otherNumber(question) }),
};

const form = fc
  .string({ minLength: 1, maxLength: 10, unit: fc.constantFrom(...'abcXYZ 握手序列-1') })
  .map((s) => `x${s}y`);
const wordsKey = fc.record({
  accept: fc.oneof(
    fc.array(form, { minLength: 1, maxLength: 4 }),
    fc.record({
      en: fc.array(form, { minLength: 1, maxLength: 3 }),
      zh: fc.array(form, { minLength: 1, maxLength: 3 }),
    }),
  ),
  case: fc.constantFrom('ignore', 'exact'),
  punctuation: fc.constantFrom('ignore', 'exact'),
  near: fc.constantFrom([], [{ accept: ['near'], feedback: { en: 'close' } }]),
});
const wrongWords = 'nothing that was accepted';
const otherForms = {
  accept: ['another form'],
  patterns: ['another *'],
  punctuation: 'exact',
  near: [{ accept: ['nearby'], feedback: { en: 'another' } }],
};

export const shortTextTest: KindTest<'short-text'> = {
  any: fc.record({ key: wordsKey, prompt: text }).map(({ key, prompt }) => asKind('short-text', { prompt, ...key })),
  partsOf: () => 1,
  answered: (question, [right]) => (right ? kinds['short-text'].fromKey(question) : { text: wrongWords }),
  otherSecrets: (question) => ({ ...question, ...otherWords, ...otherForms }),
};

const blank = fc.oneof(
  wordsKey.map((key) => ({ kind: 'text', ...key })),
  fc.record({ number, bases }).map(({ number, bases }) => ({ kind: 'number', ...number, ...(bases ? { bases } : {}) })),
  fc.record({ ids: ids(5), right: fc.nat() }).map(({ ids, right }) => ({
    kind: 'choice',
    options: ids.map((id, at) => ({
      id,
      text: { en: `choice ${id}` },
      ...(at === right % ids.length ? { right: true } : {}),
    })),
  })),
);

function wrongIn(blank: Blank): string {
  if (blank.kind === 'number') return asTyped({ value: wrongNumber(blank), bases: blank.bases });
  if (blank.kind === 'text') return wrongWords;
  return blank.options.find(({ right }) => !right)?.id ?? '';
}

function otherBlank(blank: Blank): object {
  const id = `other-${blank.id}`;
  if (blank.kind === 'text') return { ...blank, id, ...otherForms };
  if (blank.kind === 'number') return { ...blank, id, ...otherNumber(blank) };
  const next = (rightOne(blank.options) + 1) % blank.options.length;
  return { ...blank, id, options: blank.options.map((option, at) => retold(option, at === next)).reverse() };
}

export const fillInTest: KindTest<'fill-in'> = {
  any: fc
    .record({
      ids: ids(4),
      blanks: fc.array(blank, { minLength: 4, maxLength: 4 }),
      credit: fc.constantFrom('each-part', 'all-or-nothing'),
      isCode: fc.boolean(),
      prompt: text,
    })
    .map(({ ids, blanks, credit, isCode, prompt }) => {
      const sentence = ids.map((id) => `word {{${id}}}`).join(', ');
      return asKind('fill-in', {
        prompt,
        credit,
        template: { en: isCode ? `\`\`\`\n${sentence}\n\`\`\`` : sentence, zh: `按**序** ${sentence}` },
        blanks: ids.map((id, at) => ({ id, ...blanks[at] })),
      });
    }),
  partsOf: ({ blanks }) => blanks.length,
  answered(question, right) {
    const key = kinds['fill-in'].fromKey(question).blanks;
    const filled = question.blanks.map((blank, at) => [blank.id, right[at] ? (key[blank.id] ?? '') : wrongIn(blank)]);
    return { blanks: Object.fromEntries(filled) };
  },
  otherSecrets(question) {
    const renamed = (words: string | undefined) => words?.replaceAll('{{', '{{other-');
    return {
      ...question,
      ...otherWords,
      credit: question.credit === 'each-part' ? 'all-or-nothing' : 'each-part',
      template: { en: renamed(question.template.en), zh: renamed(question.template.zh) },
      blanks: question.blanks.map(otherBlank).reverse(),
    };
  },
};

const rubric = [
  { id: 'cause', text: { en: 'names the cause' }, points: 2, guidance: { en: 'the lost segment' } },
  { id: 'effect', text: { en: 'names the effect' }, points: 1 },
];

export const writtenTest: KindTest<'written'> = {
  any: fc
    .record({
      judged: fc.constantFrom(
        { answer: { en: 'Because it was lost.' }, selfCheck: [{ en: 'says what was lost' }] },
        { marked: 'person', rubric },
      ),
      length: fc.constantFrom({}, { length: { min: 5, max: 300 } }),
      prompt: text,
    })
    .map(({ judged, length, prompt }) => asKind('written', { prompt, ...judged, ...length })),
  // No part of a text is right or wrong to a machine.
  partsOf: () => 0,
  answered: (question) => kinds.written.fromKey(question),
  otherSecrets: (question) => ({
    ...question,
    ...otherWords,
    answer: { en: 'another answer' },
    selfCheck: question.marked === 'self' ? [{ en: 'another line' }] : [],
    rubric: question.rubric.map((one) => ({ ...one, id: `other-${one.id}`, guidance: { en: 'another' } })),
  }),
};
