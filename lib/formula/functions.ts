import { type Fault, fault, limits } from './expression';
import { bounded, plainText, sortOf, type Value } from './value';

type Apply = (of: readonly Value[], at: number) => Value | Fault;
type Function = { readonly least: number; readonly most: number; readonly apply: Apply };

/** The closed set of functions; the author's handbook lists each. `if` alone is not here: it computes one of its branches only. */
const functions: Readonly<Record<string, Function>> = {
  min: numbers(1, limits.entries, (...of) => Math.min(...of)),
  max: numbers(1, limits.entries, (...of) => Math.max(...of)),
  abs: numbers(1, 1, Math.abs),
  floor: numbers(1, 1, Math.floor),
  ceil: numbers(1, 1, Math.ceil),
  round: { least: 1, most: 2, apply: round },
  mod: { least: 2, most: 2, apply: ([a, b], at) => both(a, b, at, (a, b) => modulo(a, b, at)) },
  /** Arithmetic of sequence numbers: modulo 2^32. */
  seq: numbers(1, 1, (a) => a - Math.floor(a / 2 ** 32) * 2 ** 32),
  powmod: { least: 3, most: 3, apply: powmod },
  bitand: { least: 2, most: 2, apply: (of, at) => bits(of, at, (a, b) => a & b) },
  bitor: { least: 2, most: 2, apply: (of, at) => bits(of, at, (a, b) => a | b) },
  bitxor: { least: 2, most: 2, apply: (of, at) => bits(of, at, (a, b) => a ^ b) },
  hex: { least: 1, most: 2, apply: (of, at) => digits(of, at, 16) },
  bin: { least: 1, most: 2, apply: (of, at) => digits(of, at, 2) },
  pick: { least: 2, most: 2, apply: pick },
  count: {
    least: 1,
    most: 1,
    apply: ([list = 0], at) => (Array.isArray(list) ? list.length : fault(at, 'a list', sortOf(list))),
  },
  length: {
    least: 1,
    most: 1,
    apply: ([text = 0], at) => (typeof text === 'string' ? [...text].length : fault(at, 'a text', sortOf(text))),
  },
  text: { least: 1, most: limits.entries, apply: joined },
};

export const functionNames: readonly string[] = ['if', ...Object.keys(functions)];

export function isFunction(name: string): boolean {
  return name === 'if' || Object.hasOwn(functions, name);
}

/** The function's value for these arguments, which have been computed. */
export function applied(name: string, of: readonly Value[], at: number): Value | Fault {
  const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!known) return fault(at, 'a function', `"${name}"`, functionNames);
  if (of.length < known.least || of.length > known.most) return fault(at, argumentsOf(name, known), `${of.length}`);
  const value = known.apply(of, at);
  return typeof value === 'number' ? bounded(value, at) : value;
}

function argumentsOf(name: string, { least, most }: Function): string {
  const many = least === most ? `${least}` : most === limits.entries ? `at least ${least}` : `${least} or ${most}`;
  return `${many} ${least === 1 && most === 1 ? 'thing' : 'things'} in the brackets of ${name}`;
}

function numbers(least: number, most: number, of: (...numbers: number[]) => number): Function {
  return {
    least,
    most,
    apply(values, at) {
      const other = values.find((value) => typeof value !== 'number');
      if (other !== undefined) return fault(at, 'numbers', sortOf(other));
      return of(...values.filter((value) => typeof value === 'number'));
    },
  };
}

function both(
  a: Value | undefined,
  b: Value | undefined,
  at: number,
  of: (a: number, b: number) => Value | Fault,
): Value | Fault {
  if (typeof a !== 'number') return fault(at, 'a number', sortOf(a ?? ''));
  return typeof b === 'number' ? of(a, b) : fault(at, 'a number', sortOf(b ?? ''));
}

/** The remainder that has the sign of the divisor: -1 modulo 4 is 3. */
export function modulo(a: number, b: number, at: number): number | Fault {
  if (b === 0) return fault(at, 'a divisor that is not 0', '0');
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}

/** Halves away from zero: 2.5 is 3, -2.5 is -3. By its decimal digits, so that 1.005 to two places is 1.01. */
function round([value, places = 0]: readonly Value[], at: number): Value | Fault {
  return both(value, places, at, (value, places) => {
    if (!Number.isInteger(places) || places < 0 || places > 12) return fault(at, '0 to 12 places', sortOf(places));
    const shown = plainText(Math.abs(value));
    if (!shown.includes('.')) return value;
    const rounded = Number(`${Math.round(Number(`${shown}e${places}`))}e-${places}`);
    return value < 0 ? -rounded : rounded;
  });
}

function whole(value: Value | undefined, at: number, most: number): number | Fault {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most
    ? value
    : fault(at, `a whole number from 0 to ${most}`, sortOf(value ?? ''));
}

/** base ** exponent modulo m, exact: at most 53 squarings. */
function powmod(of: readonly Value[], at: number): Value | Fault {
  const [base, exponent, m] = of.map((value) => whole(value, at, limits.magnitude));
  if (typeof base !== 'number') return base ?? fault(at, 'a number', 'nothing');
  if (typeof exponent !== 'number') return exponent ?? fault(at, 'a number', 'nothing');
  if (typeof m !== 'number') return m ?? fault(at, 'a number', 'nothing');
  if (m === 0) return fault(at, 'a modulus that is not 0', '0');
  const modulus = BigInt(m);
  let power = 1n % modulus;
  let square = BigInt(base) % modulus;
  for (let left = BigInt(exponent); left > 0n; left >>= 1n) {
    if (left & 1n) power = (power * square) % modulus;
    square = (square * square) % modulus;
  }
  return Number(power);
}

function bits(of: readonly Value[], at: number, join: (a: number, b: number) => number): Value | Fault {
  const [a, b] = of.map((value) => whole(value, at, 2 ** 32 - 1));
  if (typeof a !== 'number') return a ?? fault(at, 'a number', 'nothing');
  if (typeof b !== 'number') return b ?? fault(at, 'a number', 'nothing');
  return join(a, b) >>> 0;
}

/** hex(10) is "a", hex(10, 4) is "000a": the prefix is the author's to write. */
function digits([number, width = 1]: readonly Value[], at: number, base: 16 | 2): Value | Fault {
  const value = whole(number, at, limits.magnitude);
  if (typeof value !== 'number') return value;
  const least = whole(width, at, 64);
  return typeof least === 'number' ? value.toString(base).padStart(least, '0') : least;
}

/** The first is number 1. */
function pick([list, place]: readonly Value[], at: number): Value | Fault {
  if (!Array.isArray(list)) return fault(at, 'a list', sortOf(list ?? ''));
  const entries: readonly Value[] = list;
  const found = typeof place === 'number' && Number.isInteger(place) ? entries[place - 1] : undefined;
  return found ?? fault(at, `a place in the list, 1 to ${entries.length}`, sortOf(place ?? ''));
}

function joined(of: readonly Value[], at: number): Value | Fault {
  const parts = of.map((value) => (typeof value === 'object' ? undefined : plainText(value)));
  if (parts.includes(undefined)) return fault(at, 'texts and numbers', 'a list');
  const text = parts.join('');
  return text.length > limits.characters
    ? fault(at, `a text of at most ${limits.characters} characters`, 'a longer one')
    : text;
}
