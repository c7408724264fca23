import { namesIn } from '@/lib/formula/expression';
import { formula } from '@/lib/formula/formula';
import type { Parameters } from './parameters';

const orders = new WeakMap<Parameters, string[]>();

/**
 * The parameters in an order in which each comes after what it follows from. By their names and not by their places: a key that was
 * kept in the database comes back with its names in another order. One that follows from itself is missing in it.
 */
export function derivedOrder(parameters: Parameters): readonly string[] {
  const known = orders.get(parameters);
  if (known) return known;
  const order = orderOf(parameters);
  orders.set(parameters, order);
  return order;
}

function orderOf(parameters: Parameters): string[] {
  const left = new Set(Object.keys(parameters).sort());
  const order: string[] = [];
  for (let before = -1; before !== order.length; ) {
    before = order.length;
    for (const name of left) {
      if (needsOf(parameters, name).some((one) => left.has(one))) continue;
      left.delete(name);
      order.push(name);
    }
  }
  return order;
}

function needsOf(parameters: Parameters, name: string): string[] {
  const parameter = parameters[name];
  if (!parameter || !('is' in parameter)) return [];
  const expression = formula(parameter.is);
  return expression.kind === 'fault' ? [] : namesIn(expression).map((one) => one.name);
}
