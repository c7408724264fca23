import type { Localized } from '@/lib/words/locale';
import type { Exchanged, Text, Weighted } from '../exchanged';
import { type Bringing, NotBrought } from './bringing';
import { idsOf } from './slug';

type Choice = Extract<Exchanged['asked'], { kind: 'choice' }>;

const trueFalse = {
  en: { true: 'True', false: 'False' },
  zh: { true: '对', false: '错' },
} as const;

/** Moodle rounds shares: 33.33333. */
const same = (one: number, other: number) => Math.abs(one - other) < 0.01;

/** What was a share of the points for each answer becomes right or wrong, and a credit rule with a name. */
export function bringChoice(bringing: Bringing, asked: Choice): Record<string, unknown> {
  if (asked.options) return { kind: 'single-choice', options: trueFalseOptions(bringing, asked) };
  const answers = withOwnTexts(bringing, asked.answers);
  if (answers.length < 2) throw new NotBrought('a choice needs two answers that differ');
  if (answers.length > 12) throw new NotBrought(`it has ${answers.length} options; a question has at most 12`);
  const weights = answers.map(({ weight }) => weight);
  const most = Math.max(...weights);
  if (most <= 0) throw new NotBrought('none of its answers earns anything');
  return asked.single ? singleOf(bringing, answers, most) : severalOf(bringing, answers);
}

type Answer = Weighted<Text> & { readonly text: Localized };

function singleOf(bringing: Bringing, answers: readonly Answer[], most: number): Record<string, unknown> {
  const best = answers.filter(({ weight }) => same(weight, most));
  if (!same(most, 100)) bringing.note('approximated', `its best answer earned ${most} %; it earns everything now`);
  const partly = answers.filter(({ weight }) => weight !== 0 && !same(weight, most));
  if (partly.length > 0)
    bringing.note(
      'approximated',
      `answers that earned a part (${partly.map(({ weight }) => `${weight} %`).join(', ')}) earn nothing: a single choice is all-or-nothing`,
    );
  if (best.length === 1)
    return { kind: 'single-choice', options: options(bringing, answers, (one) => same(one.weight, most)) };
  bringing.note(
    'approximated',
    `${best.length} answers were right and one of them enough; now all of them are to be ticked`,
  );
  return { kind: 'multiple-choice', options: options(bringing, answers, (one) => same(one.weight, most)) };
}

function severalOf(bringing: Bringing, answers: readonly Answer[]): Record<string, unknown> {
  const right = answers.filter(({ weight }) => weight > 0);
  const wrong = answers.filter(({ weight }) => weight <= 0);
  const share = 100 / right.length;
  if (!right.every(({ weight }) => same(weight, share)))
    bringing.note(
      'approximated',
      `its right answers earned ${right.map(({ weight }) => `${weight} %`).join(', ')}; each earns the same share now`,
    );
  const isAll = right.length > 1 && wrong.length > 0 && wrong.every(({ weight }) => weight <= -99.99);
  if (isAll)
    bringing.note(
      'approximated',
      'a wrong tick cost everything; the rule is all-or-nothing now, so that some of the right ones alone earn nothing either',
    );
  else if (!wrong.every(({ weight }) => same(weight, -share)))
    bringing.note(
      'approximated',
      `wrong ticks cost ${[...new Set(wrong.map(({ weight }) => `${-weight} %`))].join(', ')}; by right-minus-wrong each costs as much as a right one earns`,
    );
  return {
    kind: 'multiple-choice',
    ...(isAll ? { credit: 'all-or-nothing' } : {}),
    options: options(bringing, answers, ({ weight }) => weight > 0),
  };
}

function options(bringing: Bringing, answers: readonly Answer[], isRight: (one: Answer) => boolean): unknown[] {
  const ids = idsOf(
    answers.map(({ text }) => text[bringing.locale] ?? ''),
    'option',
  );
  return answers.map((one, at) => ({
    id: ids[at],
    text: one.text,
    ...(isRight(one) ? { right: true } : {}),
    ...bringing.feedback(one.feedback, 'feedback'),
  }));
}

/** Two answers that say the same cannot be told apart: the one that earns more stays. */
function withOwnTexts(bringing: Bringing, answers: readonly Weighted<Text>[]): Answer[] {
  const kept = new Map<string, Answer>();
  for (const one of answers) {
    const text = bringing.text(one.answer, 'an answer');
    const words = text[bringing.locale] ?? '';
    const known = kept.get(words);
    if (known) bringing.note('lost', `the answer "${words.slice(0, 40)}" stood twice`);
    if (!known || known.weight < one.weight) kept.set(words, { ...one, text });
  }
  return [...kept.values()];
}

function trueFalseOptions(bringing: Bringing, { answers }: Choice): unknown[] {
  const [yes, no] = [
    answers.find(({ answer }) => answer.text === 'true'),
    answers.find(({ answer }) => answer.text === 'false'),
  ];
  if (!yes || !no || yes.weight > 0 === no.weight > 0)
    throw new NotBrought('of "true" and "false" exactly one is right');
  return [yes, no].map((one) => {
    const id = one === yes ? 'true' : 'false';
    return {
      id,
      text: { [bringing.locale]: trueFalse[bringing.locale][id] },
      ...(one.weight > 0 ? { right: true } : {}),
      ...bringing.feedback(one.feedback, 'feedback'),
    };
  });
}
