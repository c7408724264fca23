import { type Fault, fault, limits } from './expression';

export type Value = number | string | boolean | readonly Value[];

/** A number that is one, and not too large to be exact; or why not. -0 is 0. */
export function bounded(value: number, at: number): number | Fault {
  if (Number.isNaN(value)) return fault(at, 'a number', 'none: it cannot be computed');
  if (Math.abs(value) > limits.magnitude) return fault(at, `a number up to ${limits.magnitude}`, 'a larger one');
  return value === 0 ? 0 : value;
}

export function isFault(value: Value | Fault): value is Fault {
  return typeof value === 'object' && 'kind' in value;
}

/** What an author reads where another sort of value was expected. */
export function sortOf(value: Value): string {
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'string') return `the text "${value.slice(0, 40)}"`;
  return typeof value === 'boolean' ? `${value}` : 'a list';
}

/**
 * A value as it is shown: whole numbers as they are, others with at most twelve digits that count, never with an exponent, so that
 * 0.1 + 0.2 reads 0.3. Ours and not the platform's: it must give the same characters for ever.
 */
export function plainText(value: number | string | boolean): string {
  if (typeof value !== 'number') return String(value);
  if (Number.isInteger(value)) return String(value);
  const rounded = Number(value.toPrecision(12));
  const plain = Math.abs(rounded) < 1e-6 ? rounded.toFixed(18) : String(rounded);
  return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
}
