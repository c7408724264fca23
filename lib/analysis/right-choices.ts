import type { Kind } from '@/lib/quiz/public-kinds';
import type { Question, QuestionOf } from '@/lib/quiz/question';

const rightOnes = (options: readonly { id: string; right?: true | undefined }[]) =>
  options.flatMap(({ id, right }) => (right ? [id] : []));

const none = () => [];

/** From the key as it is written: a variant's numbers are not needed, since nothing is computed. */
const readers: { [K in Kind]: (question: QuestionOf<K>) => readonly string[] } = {
  'single-choice': ({ options }) => rightOnes(options),
  'multiple-choice': ({ options }) => rightOnes(options),
  pointing: ({ target }) => (target.in === 'figure' ? rightOnes(target.regions) : []),
  matching: ({ lefts }) => lefts.map(({ id, match }) => `${id}>${match}`),
  categorising: ({ items }) => items.map(({ id, category }) => `${id}>${category}`),
  numeric: none,
  ordering: none,
  'short-text': none,
  'fill-in': none,
  written: none,
  prediction: none,
};

/** What the key chooses, by the names of `choicesIn`; empty where there is nothing to choose from. */
export function rightChoices(question: Question): ReadonlySet<string> {
  return new Set(rightIn(question));
}

function rightIn<K extends Kind>(question: QuestionOf<K>): readonly string[] {
  return readers[question.kind](question);
}
