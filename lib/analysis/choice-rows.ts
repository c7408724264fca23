import type { Kind } from '@/lib/quiz/public-kinds';
import type { Question, QuestionOf } from '@/lib/quiz/question';
import { type Localized, locales } from '@/lib/words/locale';
import { abilityOf } from './flags';
import type { Evidence } from './recompute';
import { rightChoices } from './right-choices';

/** One thing there was to choose, and who chose it at first. */
export type ChoiceRow = {
  readonly choice: string;
  /** Undefined: no longer among what is shown. */
  readonly text: Localized | undefined;
  readonly isRight: boolean;
  readonly learners: number;
  /** Of all with a first attempt. */
  readonly share: number;
  /** The mean share of the rest of those who chose it. */
  readonly ability: number | undefined;
};

type Named = { readonly id: string; readonly text: Localized };
type Reader<K extends Kind> = (question: QuestionOf<K>) => ReadonlyMap<string, Localized>;

const textsOf = (options: readonly Named[]) => new Map(options.map(({ id, text }) => [id, text]));

/** Every pair, by what it is called: most of them nobody chooses. */
const pairs = (parts: readonly Named[], places: readonly Named[]) =>
  new Map(
    parts.flatMap((part) => places.map((place) => [`${part.id}>${place.id}`, joined(part.text, place.text)] as const)),
  );

function joined(one: Localized, other: Localized): Localized {
  return Object.fromEntries(
    locales.flatMap((locale) => {
      const [left, right] = [one[locale], other[locale]];
      return left === undefined || right === undefined ? [] : [[locale, `${left} → ${right}`]];
    }),
  );
}

const none = () => new Map<string, Localized>();

const readers: { [K in Kind]: Reader<K> } = {
  'single-choice': ({ options }) => textsOf(options),
  'multiple-choice': ({ options }) => textsOf(options),
  pointing: ({ target }) => (target.in === 'figure' ? textsOf(target.regions) : new Map()),
  matching: ({ lefts, rights }) => pairs(lefts, rights),
  categorising: ({ items, categories }) => pairs(items, categories),
  numeric: none,
  ordering: none,
  'short-text': none,
  'fill-in': none,
  written: none,
  prediction: none,
};

/** The text of everything there is to choose, by the names of `choicesIn`. */
export function choiceTexts(question: Question): ReadonlyMap<string, Localized> {
  return textsIn(question);
}

function textsIn<K extends Kind>(question: QuestionOf<K>): ReadonlyMap<string, Localized> {
  return readers[question.kind](question);
}

/** The distractor table: what could be chosen, the commonest first; of pairs only those that are right or were chosen. */
export function choiceRows(question: Question, { options }: Pick<Evidence, 'options'>, n: number): ChoiceRow[] {
  const [texts, right] = [choiceTexts(question), rightChoices(question)];
  const isPaired = question.kind === 'matching' || question.kind === 'categorising';
  const shown = [...texts.keys()].filter((choice) => !isPaired || right.has(choice) || options[choice]);
  const gone = Object.keys(options).filter((choice) => !texts.has(choice));
  const rows = [...shown, ...gone].map((choice) => {
    const count = options[choice] ?? { learners: 0, rated: 0, ability: 0 };
    return {
      choice,
      text: texts.get(choice),
      isRight: right.has(choice),
      learners: count.learners,
      share: n === 0 ? 0 : count.learners / n,
      ability: abilityOf(count),
    };
  });
  return rows.sort((one, other) => other.learners - one.learners);
}
