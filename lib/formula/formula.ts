import { evaluate, type Values } from './evaluate';
import { type Expression, type Fault, fault } from './expression';
import { parse } from './parse';
import { isFault, sortOf, type Value } from './value';

const parsed = new Map<string, Expression | Fault>();
const mostKept = 2_000;

/** A formula as it was read; each is read once. */
export function formula(source: string): Expression | Fault {
  const known = parsed.get(source);
  if (known) return known;
  const made = parse(source);
  if (parsed.size >= mostKept) parsed.clear();
  parsed.set(source, made);
  return made;
}

export function formulaValue(source: string, values: Values): Value | Fault {
  const expression = formula(source);
  return expression.kind === 'fault' ? expression : evaluate(expression, values);
}

/** The same where only a number will do. */
export function formulaNumber(source: string, values: Values): number | Fault {
  const value = formulaValue(source, values);
  if (isFault(value) || typeof value === 'number') return value;
  return fault(0, 'a number', sortOf(value));
}
