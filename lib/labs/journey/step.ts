import { assertNever } from '@/lib/assert-never';
import type { Transition } from '../lab';
import type { JourneyAction, Memory } from './action';
import type { Cause } from './cause';
import { diagnose } from './diagnose';
import type { JourneyEvent, NoDeed, Why } from './event';
import { mostVisits } from './goals';
import { idle } from './idle';
import { type Milestone, milestonesOf } from './milestone';
import { navigate } from './navigate';
import type { JourneySetup } from './setup';
import { type JourneyState, newWorld } from './state';
import { copyOfWorld } from './world';

export function start(setup: JourneySetup, seed: number): JourneyState {
  return { setup, seed, world: newWorld(), visits: [], shownUntil: null, diagnoses: [] };
}

type Result = Transition<JourneyState, JourneyEvent>;

/** The whole engine: one action on one state. Nothing of a state is ever changed, so there is no other way. */
export function step(state: JourneyState, action: JourneyAction): Result {
  switch (action.kind) {
    case 'visit':
      return visit(state, action.url);
    case 'next':
      return next(state);
    case 'finish':
      return finish(state);
    case 'wait':
      return wait(state, action.ms);
    case 'forget':
      return forget(state, action.what);
    case 'set': {
      const { kind: _, ...turned } = action;
      const given = Object.fromEntries(Object.entries(turned).filter(([, value]) => value !== undefined));
      const network = { ...state.setup.network, ...given };
      return told({ ...state, setup: { ...state.setup, network } }, { code: 'turned', network });
    }
    case 'diagnose':
      return name(state, action.cause);
    default:
      return assertNever(action);
  }
}

function told(state: JourneyState, why: Why, cost = 1, milestones: readonly Milestone[] = []): Result {
  const at = state.world.now;
  const events: JourneyEvent[] = milestones.map((milestone) => ({ kind: 'milestone', at: milestone.at, milestone }));
  return { state, events: [...events, { kind: 'why', at, why }], cost };
}

const noDeed = (state: JourneyState, reason: NoDeed) => told(state, { code: 'no-deed', reason });

/** The journey is computed to its end; what of it is told, `next` decides. */
function visit(state: JourneyState, typed: string): Result {
  if (state.visits.length >= mostVisits) return noDeed(state, 'too-many-journeys');
  const { setup, seed } = state;
  const world = copyOfWorld(state.world);
  const number = state.visits.length + 1;
  const { visit: made, cost } = navigate(setup, seed, world, { number, typed });
  const after = { ...state, world, visits: [...state.visits, made], shownUntil: 0 };
  return told(after, { code: 'set-out', typed, journey: number }, cost);
}

/** What has been told of the last journey. */
export function shownMilestones(state: JourneyState): readonly Milestone[] {
  const last = state.visits.at(-1);
  if (!last) return [];
  const all = milestonesOf(last, state.world.connections);
  return state.shownUntil === null ? all : all.slice(0, state.shownUntil);
}

function next(state: JourneyState): Result {
  const last = state.visits.at(-1);
  if (!last || state.shownUntil === null) return noDeed(state, 'nothing-under-way');
  const all = milestonesOf(last, state.world.connections);
  const milestone = all[state.shownUntil];
  if (!milestone) return noDeed({ ...state, shownUntil: null }, 'nothing-under-way');
  const count = state.shownUntil + 1;
  const after = { ...state, shownUntil: count >= all.length ? null : count };
  return told(after, { code: 'happened', milestone }, 1, [milestone]);
}

function finish(state: JourneyState): Result {
  const last = state.visits.at(-1);
  if (!last || state.shownUntil === null) return noDeed(state, 'nothing-under-way');
  const rest = milestonesOf(last, state.world.connections).slice(state.shownUntil);
  const milestone = rest.at(-1);
  const after = { ...state, shownUntil: null };
  return milestone ? told(after, { code: 'happened', milestone }, 1, rest) : noDeed(after, 'nothing-under-way');
}

function wait(state: JourneyState, ms: number): Result {
  if (state.shownUntil !== null) return noDeed(state, 'not-over');
  const world = copyOfWorld(state.world);
  const { closed, cost } = idle(state.setup, state.seed, world, ms);
  return told({ ...state, world }, { code: 'waited', ms, closed }, cost);
}

function forget(state: JourneyState, what: Memory): Result {
  if (state.shownUntil !== null) return noDeed(state, 'not-over');
  const fresh = newWorld();
  const world = copyOfWorld(state.world);
  const all = what === 'everything';
  if (all || what === 'names') world.names = fresh.names;
  if (all || what === 'pages') world.client = fresh.client;
  if (all || what === 'hsts') world.hsts = fresh.hsts;
  if (all || what === 'sessions') world.sessions = fresh.sessions;
  if (all) world.alternatives = fresh.alternatives;
  const cost = all || what === 'connections' ? idle(state.setup, state.seed, world, 0, 'close-all').cost : 1;
  return told({ ...state, world }, { code: 'forgot', what }, cost);
}

function name(state: JourneyState, cause: Cause): Result {
  const last = state.visits.at(-1);
  if (!last) return noDeed(state, 'no-journey');
  if (state.shownUntil !== null) return noDeed(state, 'not-over');
  const right = diagnose(last, state.world.connections).cause === cause;
  const diagnoses = [...state.diagnoses, { visit: last.number, cause, right }];
  return told({ ...state, diagnoses }, { code: 'diagnosed', cause, right });
}
