import { assertNever } from '@/lib/assert-never';
import { type BinaryOperator, type Expression, type Fault, fault } from './expression';
import { applied, modulo } from './functions';
import { bounded, isFault, sortOf, type Value } from './value';

export type Values = Readonly<Record<string, Value>>;

/**
 * The value of a formula, or why it has none. Never throws. Takes at most one step for each of the formula's parts: none is
 * computed twice, and a part is never made while computing.
 */
export function evaluate(expression: Expression, values: Values): Value | Fault {
  const { at } = expression;
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'text':
    case 'truth':
      return expression.value;
    case 'name': {
      const value = Object.hasOwn(values, expression.name) ? values[expression.name] : undefined;
      return value ?? fault(at, 'a parameter', `"${expression.name}"`, Object.keys(values));
    }
    case 'list':
      return all(expression.items, values);
    case 'unary': {
      const value = evaluate(expression.of, values);
      if (isFault(value)) return value;
      if (expression.operator === '-')
        return typeof value === 'number' ? bounded(-value, at) : fault(at, 'a number', sortOf(value));
      return typeof value === 'boolean' ? !value : fault(at, 'something true or false', sortOf(value));
    }
    case 'binary':
      return binary(expression, values);
    case 'call': {
      if (expression.name === 'if') return choice(expression.of, values, at);
      const of = all(expression.of, values);
      return isFault(of) ? of : applied(expression.name, of, at);
    }
    default:
      return assertNever(expression);
  }
}

function all(items: readonly Expression[], values: Values): readonly Value[] | Fault {
  const computed: Value[] = [];
  for (const item of items) {
    const value = evaluate(item, values);
    if (isFault(value)) return value;
    computed.push(value);
  }
  return computed;
}

/** Only the branch that is taken is computed, so that if(b == 0, 0, a / b) has a value for every b. */
function choice(of: readonly Expression[], values: Values, at: number): Value | Fault {
  const [condition, yes, no] = of;
  if (!condition || !yes || !no || of.length > 3) return fault(at, '3 things in the brackets of if', `${of.length}`);
  const isMet = truth(condition, values);
  return typeof isMet === 'boolean' ? evaluate(isMet ? yes : no, values) : isMet;
}

function truth(expression: Expression, values: Values): boolean | Fault {
  const value = evaluate(expression, values);
  if (isFault(value) || typeof value === 'boolean') return value;
  return fault(expression.at, 'something true or false', sortOf(value));
}

function binary(expression: Extract<Expression, { kind: 'binary' }>, values: Values): Value | Fault {
  const { operator, at } = expression;
  if (operator === 'and' || operator === 'or') {
    const left = truth(expression.left, values);
    if (typeof left !== 'boolean' || left === (operator === 'or')) return left;
    return truth(expression.right, values);
  }
  const left = evaluate(expression.left, values);
  if (isFault(left)) return left;
  const right = evaluate(expression.right, values);
  if (isFault(right)) return right;
  if (typeof left === 'object' || typeof right === 'object') return fault(at, 'single values', 'a list');
  if (operator === '==' || operator === '!=') {
    if (typeof left !== typeof right)
      return fault(at, `something like ${sortOf(left)} to compare it with`, sortOf(right));
    return (left === right) === (operator === '==');
  }
  if (typeof left !== 'number') return fault(at, 'a number', sortOf(left));
  if (typeof right !== 'number') return fault(at, 'a number', sortOf(right));
  return arithmetic(operator, left, right, at);
}

type Arithmetic = Exclude<BinaryOperator, 'and' | 'or' | '==' | '!='>;

function arithmetic(operator: Arithmetic, left: number, right: number, at: number): Value | Fault {
  switch (operator) {
    case '+':
      return bounded(left + right, at);
    case '-':
      return bounded(left - right, at);
    case '*':
      return bounded(left * right, at);
    case '/':
      return right === 0 ? fault(at, 'a divisor that is not 0', '0') : bounded(left / right, at);
    case '%': {
      const rest = modulo(left, right, at);
      return typeof rest === 'number' ? bounded(rest, at) : rest;
    }
    case '**':
      return power(left, right, at);
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      return assertNever(operator);
  }
}

/**
 * Multiplied out: `Math.pow` may differ in its last digit between two engines, and the same formula must give the same number for ever.
 * At most 64 times, which 2 reaches only beyond what is exact.
 */
function power(base: number, exponent: number, at: number): number | Fault {
  if (!Number.isInteger(exponent) || Math.abs(exponent) > 64)
    return fault(at, 'a whole exponent from -64 to 64', `${exponent}`);
  if (base === 0 && exponent < 0) return fault(at, 'a base that is not 0', '0');
  let result = 1;
  for (let times = 0; times < Math.abs(exponent); times++) result *= base;
  return bounded(exponent < 0 ? 1 / result : result, at);
}
