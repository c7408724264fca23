import { assertNever } from '@/lib/assert-never';
import type { DeadEnd } from '../lab';
import { explore } from './explore';
import type { ProcessGoal } from './goal';
import { type Amounts, type ProcessState, startProcess } from './state';
import { truth } from './step';

/** Whether a goal holds in a state. A formula without a value does not hold. */
export function isMet(goal: ProcessGoal, state: ProcessState): boolean {
  switch (goal.kind) {
    case 'in-state':
      return state.at === goal.state;
    case 'passed-through':
      return startOf(state) === goal.state || state.deeds.some(({ to }) => to === goal.state);
    case 'holds':
      return truth(goal.that, state.values) === true;
    case 'held-throughout':
      return valuesSoFar(state).every((values) => truth(goal.that, values) === true);
    case 'done':
      return state.deeds.filter(({ action }) => action === goal.action).length >= goal.times;
    case 'actions-at-most':
      return state.deeds.length <= goal.actions;
    default:
      return assertNever(goal);
  }
}

function startOf(state: ProcessState): string {
  return state.deeds[0]?.from ?? state.at;
}

function valuesSoFar(state: ProcessState): Amounts[] {
  return [startProcess(state.setup).values, ...state.deeds.map(({ values }) => values)];
}

/** A lab is asked this at every step, in a browser too: it looks only so far. */
const placesAhead = 400;

/** What was broken for good; and what a search shows to be out of reach, where it could look at everything that can still happen. */
export function deadEnd(
  goals: readonly ProcessGoal[],
  state: ProcessState,
  allowed: readonly string[],
): DeadEnd | null {
  for (const [goal, wanted] of goals.entries()) {
    if (isMet(wanted, state)) continue;
    if (wanted.kind === 'held-throughout') return { goal, why: 'held-no-longer' };
    if (wanted.kind === 'actions-at-most') return { goal, why: 'too-many-actions' };
    let isAhead = false;
    const { isWhole, actions } = explore(state.setup, {
      from: state,
      allowed,
      limit: placesAhead,
      found: (place) => {
        isAhead ||= meets(wanted, place);
        return isAhead;
      },
    });
    if (isAhead || !isWhole) continue;
    if (wanted.kind === 'done' && actions.has(wanted.action)) continue;
    return { goal, why: 'out-of-reach' };
  }
  return null;
}

function meets(goal: ProcessGoal, { at, values }: { at: string; values: Amounts }): boolean {
  if (goal.kind === 'in-state' || goal.kind === 'passed-through') return at === goal.state;
  return goal.kind === 'holds' && truth(goal.that, values) === true;
}
