import type { Refusal } from './event';
import type { ProcessSetup } from './setup';
import { type Amounts, startProcess } from './state';
import { outcomeOf } from './step';

type Place = { readonly at: string; readonly values: Amounts };

export type Explored = {
  /** Every state that was met. */
  readonly states: ReadonlySet<string>;
  /** Every action that could be done at some time. */
  readonly actions: ReadonlySet<string>;
  /** Where a formula had no value: the first time for each action. */
  readonly faults: readonly { readonly action: string; readonly found: string; readonly place: Place }[];
  /** Nothing more can be met. False where the search gave up: then what was not met may still be there. */
  readonly isWhole: boolean;
};

/** How many places (a state with its variables) a search looks at. */
export const mostPlaces = 4_000;

/** Everything that can happen from a place, breadth first, as far as the limit; stops where `found` says so. Pure. */
export function explore(
  setup: ProcessSetup,
  {
    from = startProcess(setup),
    allowed,
    limit = mostPlaces,
    found,
  }: { from?: Place; allowed?: readonly string[]; limit?: number; found?: (place: Place) => boolean } = {},
): Explored {
  const ids = setup.actions.map(({ id }) => id).filter((id) => allowed?.includes(id) ?? true);
  const states = new Set<string>();
  const actions = new Set<string>();
  const faults = new Map<string, { action: string; found: string; place: Place }>();
  const queue: Place[] = [{ at: from.at, values: from.values }];
  const seen = new Set(queue.map(keyOf));
  for (let next = 0; next < queue.length; next += 1) {
    const place = queue[next];
    if (!place) break;
    states.add(place.at);
    if (found?.(place)) break;
    for (const id of ids) {
      const outcome = outcomeOf({ setup, ...place }, id);
      if (outcome.kind === 'refused') {
        if (isFormula(outcome.why) && !faults.has(id))
          faults.set(id, { action: id, found: outcome.found ?? '', place });
        continue;
      }
      actions.add(id);
      const there = { at: outcome.to, values: outcome.values };
      const key = keyOf(there);
      if (seen.has(key)) continue;
      if (seen.size >= limit) return { states, actions, faults: [...faults.values()], isWhole: false };
      seen.add(key);
      queue.push(there);
    }
  }
  return { states, actions, faults: [...faults.values()], isWhole: true };
}

function isFormula(why: Refusal): boolean {
  return why === 'no-value';
}

function keyOf({ at, values }: Place): string {
  return `${at} ${Object.values(values).join(' ')}`;
}
