import type { Values } from '@/lib/formula/evaluate';
import { type Fault, faultWords } from '@/lib/formula/expression';
import { formulaValue } from '@/lib/formula/formula';
import { isFault, sortOf, type Value } from '@/lib/formula/value';
import { nextBelow, type RandomState, seeded } from '@/lib/labs/random';
import { inLocale, type Locale } from '@/lib/words/locale';
import { derivedOrder } from './derived-order';
import type { Parameter, Parameters, Template } from './parameters';

/** A variant's numbers, as its texts in each language see them. */
export type Drawn = { readonly kind: 'drawn' } & Readonly<Record<Locale, Values>>;

export type NotDrawn = { readonly kind: 'not-drawn'; readonly place: readonly PropertyKey[]; readonly why: string };

/** How often the numbers are drawn again when a condition does not hold. */
const mostTries = 100;

/** 16 bytes in hexadecimal. */
const seedPattern = /^[0-9a-f]{32}$/;

/**
 * The numbers that a seed stands for: the same for ever, since a stored draw is a seed and nothing else. This is the first way of drawing;
 * a second one would be told apart by the form of its seeds. Each parameter has a branch of the generator of its own, by its name.
 */
export function drawParameters({ parameters = {}, where = [] }: Template, seed: string): Drawn | NotDrawn {
  if (!seedPattern.test(seed)) throw new Error(`a seed is 32 hexadecimal digits, not ${JSON.stringify(seed)}`);
  const root = [0, 8, 16, 24].reduce((mixed, at) => seeded(mixed, Number.parseInt(seed.slice(at, at + 8), 16)), 0);
  let unmet = 0;
  for (let tries = 0; tries < mostTries; tries++) {
    const drawn = drawOnce(parameters, seeded(root, tries));
    if (drawn.kind === 'not-drawn') return drawn;
    const failing = where.findIndex((condition) => formulaValue(condition, drawn.en) !== true);
    const condition = where[failing];
    if (condition === undefined) return drawn;
    const value = formulaValue(condition, drawn.en);
    if (value !== false) return { kind: 'not-drawn', place: ['where', failing], why: whyNotTrue(value) };
    unmet = failing;
  }
  const why = `drawn ${mostTries} times, and the condition held for none; narrow the parameters, or derive what has to fit`;
  return { kind: 'not-drawn', place: ['where', unmet], why };
}

function whyNotTrue(value: Value | Fault): string {
  return isFault(value) ? faultWords(value) : `expected something true or false, found ${sortOf(value)}`;
}

function drawOnce(parameters: Parameters, state: RandomState): Drawn | NotDrawn {
  const en: Record<string, Value> = {};
  const zh: Record<string, Value> = {};
  for (const name of derivedOrder(parameters)) {
    const parameter = parameters[name];
    if (!parameter) continue;
    if ('is' in parameter) {
      const value = formulaValue(parameter.is, en);
      if (isFault(value)) return { kind: 'not-drawn', place: ['parameters', name, 'is'], why: faultWords(value) };
      en[name] = value;
      zh[name] = value;
    } else {
      const branch = [...name].reduce((mixed, letter) => seeded(mixed, letter.charCodeAt(0)), state);
      const place = nextBelow(branch, countOf(parameter)).value;
      en[name] = valueAt(parameter, place, 'en');
      zh[name] = valueAt(parameter, place, 'zh');
    }
  }
  return { kind: 'drawn', en, zh };
}

type Free = Exclude<Parameter, { is: string }>;

function countOf(parameter: Free): number {
  if ('of' in parameter) return parameter.of.length;
  const { from, to, step = 1 } = parameter;
  // A little slack: 0.3 / 0.1 is less than 3.
  return Math.floor((to - from) / step + 1e-9) + 1;
}

function valueAt(parameter: Free, place: number, locale: Locale): Value {
  if ('of' in parameter) {
    const one = parameter.of[place] ?? '';
    return typeof one === 'object' ? inLocale(one, locale) : one;
  }
  const { from, step = 1 } = parameter;
  const value = from + place * step;
  // Decimal steps leave dust behind: 0.1 + 2 * 0.1 is 0.30000000000000004.
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}
