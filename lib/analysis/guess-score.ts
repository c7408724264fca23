import { type CreditRule, creditFor } from '@/lib/quiz/credit';
import type { Kind } from '@/lib/quiz/public-kinds';
import type { Question, QuestionOf } from '@/lib/quiz/question';
import { notDefined, type Statistic, valued } from './statistic';

/**
 * The random-guess score: what somebody who knows nothing earns on average by choosing among what is shown, every finished response as likely
 * as any other (of boxes to tick: every choice of at least one box). Where there is nothing to choose from, it is undefined.
 */
export function guessScore(question: Question): Statistic {
  return guessed(question);
}

function guessed<K extends Kind>(question: QuestionOf<K>): Statistic {
  return guesses[question.kind](question);
}

const guesses: { [K in Kind]: (question: QuestionOf<K>) => Statistic } = {
  'single-choice': ({ options }) => valued(1 / options.length),
  'multiple-choice': ({ options, credit }) =>
    valued(guessedTicks(options.filter(({ right }) => right).length, options.length, credit)),
  ordering: ({ steps }) => valued(1 / factorial(steps.length)),
  matching: ({ lefts, rights, credit }) =>
    valued(
      guessedParts(
        lefts.map(() => 1 / rights.length),
        credit,
      ),
    ),
  categorising: ({ items, categories, credit }) =>
    valued(
      guessedParts(
        items.map(() => 1 / categories.length),
        credit,
      ),
    ),
  pointing: ({ target }) =>
    target.in === 'figure'
      ? valued(target.regions.filter(({ right }) => right).length / target.regions.length)
      : notDefined('open'),
  'fill-in': ({ blanks, credit }) =>
    blanks.some(({ kind }) => kind === 'choice')
      ? valued(
          guessedParts(
            blanks.map((blank) => (blank.kind === 'choice' ? 1 / blank.options.length : 0)),
            credit,
          ),
        )
      : notDefined('open'),
  prediction: ({ fields, credit }) =>
    fields.some(({ form }) => form.kind !== 'whole')
      ? valued(
          guessedParts(
            fields.map(({ form }) => guessedField(form)),
            credit,
          ),
        )
      : notDefined('open'),
  numeric: () => notDefined('open'),
  'short-text': () => notDefined('open'),
  written: () => notDefined('open'),
};

/** Each part right by its own chance; typed ones by none. */
function guessedParts(chances: readonly number[], rule: CreditRule): number {
  if (rule === 'all-or-nothing') return chances.reduce((product, chance) => product * chance, 1);
  return chances.reduce((sum, chance) => sum + chance, 0) / chances.length;
}

function guessedField(form: { kind: 'whole' } | { kind: 'one' | 'some'; of: readonly string[] }): number {
  if (form.kind === 'whole') return 0;
  return form.kind === 'one' ? 1 / form.of.length : 1 / (2 ** form.of.length - 1);
}

/** Over every way to tick at least one box. */
function guessedTicks(right: number, boxes: number, rule: CreditRule): number {
  let sum = 0;
  for (let hits = 0; hits <= right; hits += 1)
    for (let misses = 0; misses <= boxes - right; misses += 1) {
      if (hits + misses === 0) continue;
      const ways = choose(right, hits) * choose(boxes - right, misses);
      sum += ways * creditFor(rule, { right: hits, of: right, wrong: misses });
    }
  return sum / (2 ** boxes - 1);
}

function choose(of: number, some: number): number {
  let ways = 1;
  for (let at = 1; at <= some; at += 1) ways = (ways * (of - some + at)) / at;
  return ways;
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}
