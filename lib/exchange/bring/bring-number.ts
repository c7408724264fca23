import { within } from '@/lib/quiz/number-key';
import type { Exchanged, ExchangedUnit, NumberAnswer, Weighted } from '../exchanged';
import { type Bringing, NotBrought } from './bringing';
import { idsOf } from './slug';

type Numbers = Extract<Exchanged['asked'], { kind: 'number' }>;
type Known = Weighted<Exclude<NumberAnswer, 'any'>>;

export function bringNumber(bringing: Bringing, { answers, units }: Numbers): Record<string, unknown> {
  return { kind: 'numeric', ...numberKeyOf(bringing, answers), ...unitsOf(bringing, units) };
}

/** One number is right here; those that earned a part, or nothing, are mistakes with their feedback. */
export function numberKeyOf(bringing: Bringing, answers: readonly Weighted<NumberAnswer>[]): Record<string, unknown> {
  const known = answers.filter((one): one is Known => one.answer !== 'any');
  const any = answers.find(({ answer }) => answer === 'any');
  if (any && any.weight > 0) throw new NotBrought('any number at all is right');
  if (any?.feedback)
    bringing.note(
      'lost',
      `what is told to every other number ("${any.feedback.text.slice(0, 60)}"): mistakes are named one by one`,
    );
  const right = known.filter(({ weight }) => weight >= 99.99);
  const [first, ...others] = right;
  if (!first) throw new NotBrought('no number earns everything');
  const outside = others.filter(({ answer }) => !covers(first.answer, answer));
  if (outside.length > 0)
    throw new NotBrought(
      `${right.length} numbers are right (${right.map(({ answer }) => answer.value).join(', ')}); a question has one, with a tolerance`,
    );
  if (others.length > 0) bringing.note('lost', 'right numbers that lie within the tolerance of the first');
  const partly = known.filter(({ weight }) => weight > 0 && weight < 99.99);
  if (partly.length > 0)
    bringing.note(
      'approximated',
      `numbers that earned a part (${partly.map(({ answer, weight }) => `${answer.value} ${weight} %`).join(', ')}) earn nothing: a number is all-or-nothing`,
    );
  const mistakes = known
    .filter(({ weight }) => weight < 99.99)
    .flatMap(({ answer, feedback }) => mistake(bringing, answer, first.answer, feedback));
  return {
    value: first.answer.value,
    ...(first.answer.tolerance > 0 ? { tolerance: first.answer.tolerance } : {}),
    ...(mistakes.length > 0 ? { mistakes: mistakes.slice(0, 20) } : {}),
  };
}

function covers(one: Known['answer'], other: Known['answer']): boolean {
  return Math.abs(one.value - other.value) + other.tolerance <= one.tolerance * (1 + 1e-9);
}

/** A wrong number without words tells nothing; one that is right, or whose middle is, would never be told as it stands. */
function mistake(
  bringing: Bringing,
  answer: Known['answer'],
  right: Known['answer'],
  said: Known['feedback'],
): unknown[] {
  const told = bringing.feedback(said, 'feedback');
  if (!told.feedback) {
    bringing.note('lost', `the wrong number ${answer.value}: it has no feedback, and is wrong anyway`);
    return [];
  }
  if (!within(answer.value, right.value, right.tolerance))
    return [{ value: answer.value, ...(answer.tolerance > 0 ? { tolerance: answer.tolerance } : {}), ...told }];
  const [reach, own] = [answer.tolerance, right.tolerance];
  if (reach <= own) {
    bringing.note('lost', `what is told to ${answer.value}: it is right`);
    return [];
  }
  // 1822:2 around 1822:0 speaks of the numbers at either side, so it becomes two mistakes that leave the right ones out.
  const middle = Number(((reach + own) / 2).toPrecision(12));
  const half = Number(((reach - own) / 2).toPrecision(12));
  bringing.note(
    'approximated',
    `what is told to ${answer.value} ± ${reach} is told on either side of the right number`,
  );
  return [-1, 1].map((side) => ({
    value: Number((right.value + side * middle).toPrecision(15)),
    tolerance: half,
    ...told,
  }));
}

/** The first unit of our list is the one the value is in. */
function unitsOf(bringing: Bringing, units: readonly ExchangedUnit[]): Record<string, unknown> {
  const named = units.filter(({ name }) => name !== '');
  const own = named.find(({ multiplier }) => multiplier === 1);
  if (named.length === 0) return {};
  if (!own) throw new NotBrought('none of its units is the one that the number is in (multiplier 1)');
  if (own.name.length > 24) throw new NotBrought(`the unit "${own.name.slice(0, 40)}" is longer than 24 characters`);
  if (named.length === 1) return { unit: { [bringing.locale]: own.name } };
  const ordered = [own, ...named.filter((unit) => unit !== own)].slice(0, 12);
  if (named.length > 12) bringing.note('lost', `${named.length - 12} of its units`);
  const ids = idsOf(
    ordered.map(({ name }) => name),
    'unit',
  );
  return {
    units: ordered.map(({ name, multiplier }, at) => ({
      id: ids[at],
      text: { [bringing.locale]: name.slice(0, 24) },
      factor: 1 / multiplier,
    })),
    unitIs: 'typed',
  };
}
