import { causeOf } from './diagnose';
import type { JourneyState } from './state';

/** How far the learner is: `nothing-yet`, `under-way`, `loaded`, `loaded-again`, `failed-certificate`, `diagnosed`. */
export function landmark({ visits, shownUntil, diagnoses }: JourneyState): string {
  const last = visits.at(-1);
  if (!last) return 'nothing-yet';
  if (shownUntil !== null) return 'under-way';
  if (diagnoses.some(({ visit, right }) => right && visit === last.number)) return 'diagnosed';
  if (last.failure) return `failed-${causeOf(last.failure)}`;
  return visits.length > 1 ? 'loaded-again' : 'loaded';
}
