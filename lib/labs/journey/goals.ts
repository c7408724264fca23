import { assertNever } from '@/lib/assert-never';
import type { DeadEnd } from '../lab';
import { causeOf } from './diagnose';
import type { JourneyGoal } from './goal';
import type { JourneyState } from './state';
import type { Visit } from './visit';

/** Where a journey ended: the host of its last document. */
export function hostOf({ requests }: Visit): string | null {
  return requests.findLast(({ destination }) => destination === 'document')?.host ?? null;
}

const isLoaded = (visit: Visit) => visit.failure === null && visit.marks.load !== null;
const isOf = (visit: Visit, host: string | undefined) => host === undefined || hostOf(visit) === host;

/** Whether a goal holds in a state. What has not been shown yet has not happened. */
export function isMet(goal: JourneyGoal, state: JourneyState): boolean {
  const last = state.visits.at(-1);
  const isOver = state.shownUntil === null;
  if (goal.kind === 'diagnosed') return wasDiagnosed(goal.host, state);
  if (goal.kind === 'loaded-times') {
    const over = isOver ? state.visits : state.visits.slice(0, -1);
    return over.filter((visit) => isLoaded(visit) && isOf(visit, goal.host)).length >= goal.count;
  }
  if (!last || !isOver) return false;
  switch (goal.kind) {
    case 'loaded':
      return isLoaded(last) && isOf(last, goal.host);
    case 'within':
      return isLoaded(last) && last.endedAt - last.startedAt <= goal.ms;
    case 'name-from-cache':
      return isLoaded(last) && last.names.every(({ from }) => from === 'cache');
    case 'from-cache':
      return last.requests.filter(({ cache }) => cache === 'fresh').length >= goal.count;
    case 'unchanged':
      return last.requests.filter(({ cache }) => cache === 'revalidated').length >= goal.count;
    case 'upgraded':
      return last.requests.some(({ cause }) => cause?.by === 'hsts');
    case 'resumed':
      return openedIn(last, state).some(({ resumed }) => resumed);
    case 'connections-at-most':
      return isLoaded(last) && openedIn(last, state).length <= goal.count;
    case 'failed':
      return last.failure !== null && causeOf(last.failure) === goal.cause;
    default:
      return assertNever(goal);
  }
}

/** The connections that a journey opened. */
export function openedIn(visit: Visit, { world }: Pick<JourneyState, 'world'>) {
  return world.connections.filter(
    ({ id, startedAt }) => visit.connections.includes(id) && startedAt >= visit.startedAt,
  );
}

function wasDiagnosed(host: string | undefined, { visits, diagnoses }: JourneyState): boolean {
  return diagnoses.some(({ visit: number, right }) => {
    const visit = visits.find((one) => one.number === number);
    return right && visit !== undefined && (host === undefined ? visit === visits.at(-1) : isOf(visit, host));
  });
}

/** Another journey can always be made, where the task leaves it to the learner. */
export type JourneyDeadEnd = 'no-more-journeys';

export function deadEnd(
  goals: readonly JourneyGoal[],
  state: JourneyState,
  allowed: readonly string[],
): DeadEnd | null {
  const goal = goals.findIndex((one) => !isMet(one, state));
  const isStuck = state.visits.length >= mostVisits && state.shownUntil === null;
  const canStill = !isStuck && allowed.includes('visit');
  const waits = goals[goal]?.kind === 'diagnosed' && allowed.includes('diagnose') && state.visits.length > 0;
  return goal === -1 || canStill || waits || state.shownUntil !== null ? null : { goal, why: 'no-more-journeys' };
}

/** A log may hold so many journeys: each is a few thousand steps. */
export const mostVisits = 12;
