import { faultWords } from '@/lib/formula/expression';
import { formulaValue } from '@/lib/formula/formula';
import { isFault } from '@/lib/formula/value';
import type { Transition } from '../lab';
import type { ProcessAction } from './action';
import type { ProcessEvent, Refusal } from './event';
import type { ProcessDeed, ProcessSetup } from './setup';
import type { Amounts, ProcessState } from './state';

/** What an action would do here, or why it cannot be done. `cost` counts the formulas it took. */
export type Outcome =
  | { kind: 'open'; to: string; values: Amounts; cost: number }
  | { kind: 'refused'; why: Refusal; found?: string; cost: number };

/** The whole engine. Never throws: a formula without a value is a refusal that says so. */
export function outcomeOf({ setup, at, values }: Pick<ProcessState, 'setup' | 'at' | 'values'>, id: string): Outcome {
  const deed = setup.actions.find((one) => one.id === id);
  if (!deed) return { kind: 'refused', why: 'unknown', cost: 1 };
  if (deed.from && !deed.from.includes(at)) return { kind: 'refused', why: 'elsewhere', cost: 1 };
  const guard = deed.when === undefined ? true : truth(deed.when, values);
  if (typeof guard === 'string') return { kind: 'refused', why: 'no-value', found: guard, cost: 1 };
  if (!guard) return { kind: 'refused', why: 'guarded', cost: 1 };
  const changed = changedValues(setup, deed, values);
  const cost = 1 + Object.keys(deed.set ?? {}).length + (Array.isArray(deed.to) ? deed.to.length : 0);
  if (typeof changed === 'string') return { kind: 'refused', why: 'no-value', found: changed, cost };
  const way = wayOf(deed, changed, at);
  if (typeof way === 'object') return { kind: 'refused', why: 'no-value', found: way.fault, cost };
  const to = setup.states.some((state) => state.id === way) ? way : at;
  return { kind: 'open', to, values: changed, cost };
}

export function stepProcess(state: ProcessState, action: ProcessAction): Transition<ProcessState, ProcessEvent> {
  const outcome = outcomeOf(state, action.kind);
  const { cost } = outcome;
  if (outcome.kind === 'refused') {
    const { why, found } = outcome;
    return { state, events: [{ kind: 'refused', action: action.kind, why, ...(found ? { found } : {}) }], cost };
  }
  const { to, values } = outcome;
  const deed = { action: action.kind, from: state.at, to, values };
  const changes = state.setup.variables.flatMap(({ id }): ProcessEvent[] => {
    const [was, is] = [state.values[id], values[id]];
    return was === undefined || is === undefined || was === is ? [] : [{ kind: 'changed', variable: id, was, is }];
  });
  return {
    state: { ...state, at: to, values, deeds: [...state.deeds, deed] },
    events: [{ kind: 'done', action: action.kind, from: state.at, to }, ...changes],
    cost,
  };
}

/** True or false, or why it is neither. */
export function truth(formula: string, values: Amounts): boolean | string {
  const value = formulaValue(formula, values);
  if (isFault(value)) return faultWords(value);
  return typeof value === 'boolean' ? value : `expected something true or false, found ${String(value)}`;
}

/** All new values are computed from the old ones, so that their order says nothing. */
function changedValues(setup: ProcessSetup, { set }: ProcessDeed, values: Amounts): Amounts | string {
  if (!set) return values;
  const changed: Record<string, number | boolean> = { ...values };
  for (const { id, least, most, start } of setup.variables) {
    const formula = Object.hasOwn(set, id) ? set[id] : undefined;
    if (formula === undefined) continue;
    const value = formulaValue(formula, values);
    if (isFault(value)) return faultWords(value);
    if (typeof value !== typeof start || (typeof value !== 'number' && typeof value !== 'boolean'))
      return `expected ${typeof start === 'number' ? 'a number' : 'true or false'} for "${id}", found ${String(value)}`;
    changed[id] = typeof value === 'number' ? within(value, least, most) : value;
  }
  return changed;
}

function within(value: number, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY): number {
  return Math.min(Math.max(value, least), most);
}

function wayOf({ to }: ProcessDeed, values: Amounts, at: string): string | { fault: string } {
  if (to === undefined) return at;
  if (typeof to === 'string') return to;
  for (const { state, when } of to) {
    const holds = when === undefined ? true : truth(when, values);
    if (typeof holds === 'string') return { fault: holds };
    if (holds) return state;
  }
  return at;
}
