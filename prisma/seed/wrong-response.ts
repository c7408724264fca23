import { settled } from '@/lib/quiz/number-key';
import type { Kind, PublicKinds, Responses } from '@/lib/quiz/public-kinds';
import { toPublicQuestion } from '@/lib/quiz/public-question';
import type { PublicOption } from '@/lib/quiz/public-single-choice';
import type { Question, QuestionOf } from '@/lib/quiz/question';
import { solutionResponse } from '@/lib/quiz/solution-lines';
import { formsOf } from '@/lib/quiz/words-key';
import type { Dice } from './dice';

type Mistaken = {
  [K in Kind]: (question: QuestionOf<K>, shown: PublicKinds[K], key: Responses[K], dice: Dice) => Responses[K];
};

/** One that tempts more than the others: a class does not spread evenly over what is wrong. */
function tempting<T>(others: readonly T[], dice: Dice): T {
  return dice.chance(0.6) ? (others[0] ?? dice.pick(others)) : dice.pick(others);
}

const lettersOf = (options: readonly PublicOption[]) => options.map(({ letter }) => letter);

function swapped<T>(all: readonly T[], dice: Dice): T[] {
  const at = dice.below(Math.max(1, all.length - 1));
  const [one, other] = [all[at], all[at + 1]];
  return one === undefined || other === undefined ? [...all] : [...all.slice(0, at), other, one, ...all.slice(at + 2)];
}

/** Puts another name for the one of a record's entries that is got wrong most. */
function withAnother(record: Record<string, string>, dice: Dice, another: (name: string, value: string) => string) {
  const names = Object.keys(record).sort();
  const wrong = tempting(names, dice);
  return Object.fromEntries(
    names.map((name) => [name, name === wrong ? another(name, record[name] ?? '') : (record[name] ?? '')]),
  );
}

/** A number that a person arrives at: a mistake the author has thought of, or something near. */
function wrongNumber(text: string, mistakes: readonly { value: number | string }[], dice: Dice): string {
  const known = mistakes.filter(({ value }) => typeof value === 'number');
  if (known.length > 0 && dice.chance(0.7)) return String(settled(tempting(known, dice).value));
  const plain = Number(text);
  return String((Number.isFinite(plain) ? plain : 0) + dice.pick([1, -1, 2, 10]));
}

const mistaken: Mistaken = {
  'single-choice': (_, { options }, { choice }, dice) => ({
    choice: tempting(
      lettersOf(options).filter((letter) => letter !== choice),
      dice,
    ),
  }),
  'multiple-choice': (_, { options }, { choices }, dice) => {
    const others = lettersOf(options).filter((letter) => !choices.includes(letter));
    if (choices.length > 1 && (others.length === 0 || dice.chance(0.5))) return { choices: choices.slice(0, -1) };
    return { choices: [...choices, tempting(others, dice)].sort() };
  },
  numeric: ({ mistakes }, _shown, key, dice) => {
    const text = wrongNumber(key.text, mistakes, dice);
    return { ...key, text, value: Number(text) };
  },
  ordering: (_, _shown, { order }, dice) => ({ order: swapped(order, dice) }),
  'short-text': ({ near }, _shown, { text }, dice) => {
    const known = near.flatMap(({ accept }) => formsOf(accept ?? []));
    return { text: known.length > 0 && dice.chance(0.7) ? tempting(known, dice) : `${text} packet` };
  },
  'fill-in': (_, { blanks }, key, dice) => ({
    blanks: withAnother(key.blanks, dice, (letter, said) => {
      const blank = blanks.find((one) => one.letter === letter);
      if (blank?.kind === 'choice')
        return tempting(
          lettersOf(blank.options).filter((option) => option !== said),
          dice,
        );
      return blank?.kind === 'number' ? wrongNumber(said, [], dice) : `${said}s`;
    }),
  }),
  written: (_, _shown, key) => key,
  matching: (_, { rights }, key, dice) => ({
    places: withAnother(key.places, dice, (_part, place) =>
      tempting(
        lettersOf(rights).filter((one) => one !== place),
        dice,
      ),
    ),
  }),
  categorising: (_, { categories }, key, dice) => ({
    places: withAnother(key.places, dice, (_part, place) =>
      tempting(
        lettersOf(categories).filter((one) => one !== place),
        dice,
      ),
    ),
  }),
  pointing: (_, shown, key, dice) => {
    if ('choice' in key)
      return {
        choice: tempting('options' in shown ? lettersOf(shown.options).filter((one) => one !== key.choice) : [], dice),
      };
    // One byte too early, as one counts from 1.
    return key.from > 0 ? { from: key.from - 1, to: key.to - 1 } : { from: key.from, to: key.to + 1 };
  },
  prediction: (_, { fields }, key, dice) => ({
    fields: withAnother(key.fields, dice, (name, said) => {
      const form = fields.find((field) => field.name === name)?.form;
      if (!form || form.kind === 'whole') return String(BigInt(said === '' ? '0' : said) + 1n);
      return tempting(
        form.of.filter((one) => one !== said),
        dice,
      );
    }),
  }),
};

/** A response in letters that a person might give who has not understood: wrong, or right in part. */
export function wrongResponse<K extends Kind>(question: QuestionOf<K>, dice: Dice): Responses[K] {
  return mistaken[question.kind](question, toPublicQuestion(question), solutionResponse(question), dice);
}

/** The response that earns everything. */
export function rightResponse(question: Question): object {
  return solutionResponse(question);
}
