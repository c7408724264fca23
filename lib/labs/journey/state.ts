import { freshClient } from '../http/client/fetch-step';
import type { Cause } from './cause';
import { emptyNames } from './names';
import type { JourneySetup } from './setup';
import type { Visit } from './visit';
import type { World } from './world';

/** The whole lab. A step changes a copy of it, never itself. */
export type JourneyState = {
  /** As it is now: what was turned while the lab ran stands in it. */
  readonly setup: JourneySetup;
  readonly seed: number;
  readonly world: World;
  readonly visits: readonly Visit[];
  /** How many milestones of the last journey have been told; null: all. */
  readonly shownUntil: number | null;
  /** What the learner took for the reason, of which visit. */
  readonly diagnoses: readonly { readonly visit: number; readonly cause: Cause; readonly right: boolean }[];
};

export function newWorld(): World {
  return {
    now: 0,
    line: { clientFree: 0, serverFree: 0 },
    connections: [],
    names: emptyNames,
    client: freshClient,
    hsts: new Map(),
    sessions: new Map(),
    alternatives: new Map(),
    keyLog: [],
    nextRequest: 1,
    nextConnection: 1,
  };
}
