import { mergedStates } from '@/lib/attempts/merged-states';
import { certificatesOf } from '@/lib/certificates/certificate-store';
import { masteredPaths } from '@/lib/certificates/path-objectives';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { currentDoors, currentPlaces } from '@/lib/progress/current-standing';
import { type Known, type ProgressSummary, summarise } from '@/lib/progress/progress';
import { standingOf } from '@/lib/progress/progress-store';
import type { KeptCard } from '@/lib/review/card';
import { keptCards } from '@/lib/review/card-store';
import { dayNumber, defaultZone } from '@/lib/review/day';
import { dueBy, knownCards } from '@/lib/review/queue';
import { freshCards } from '@/lib/review/submit-fold';
import { taughtCards } from '@/lib/review/taught-cards';

/** GET /api/progress: how far this learner is, in everything. What was answered since the last look is folded first. */
export async function progressOf(learnerId: string, now = new Date()): Promise<ProgressSummary> {
  const [taught, { learner, known, zone, roles }] = await Promise.all([curriculum(), knownOf(learnerId)]);
  const due = dueBy(knownCards(taughtCards(taught), known.cards), dayNumber(now, zone), zone).length;
  const summary = summarise(taught, known);
  const certificates = await earnedIn(taught, learnerId, summary.lessons);
  return { learner: { id: learnerId, ...learner }, ...roles, ...summary, due, ...(certificates && { certificates }) };
}

/** The database is asked only by who has mastered all of a path. */
async function earnedIn(
  { paths }: Curriculum,
  learnerId: string,
  lessons: ProgressSummary['lessons'],
): Promise<Record<string, string> | undefined> {
  const mastered = masteredPaths(paths, lessons);
  if (mastered.length === 0) return undefined;
  const valid = (await certificatesOf(learnerId)).filter(({ revokedAt }) => !revokedAt);
  return Object.fromEntries(mastered.map(({ id }) => [id, valid.find(({ path }) => path === id)?.id ?? 'ready']));
}

export type LearnerKnown = Known & { readonly cards: ReadonlyMap<string, KeptCard> };

/** Everything that is known of a learner, folded up to this moment. */
export async function knownOf(learnerId: string): Promise<{
  learner: { name: string | null; guest: boolean };
  roles: Pick<ProgressSummary, 'teaches' | 'inClass'>;
  zone: string;
  known: LearnerKnown;
}> {
  const [taught, standing, kept] = await Promise.all([curriculum(), standingOf(learnerId), keptCards(learnerId)]);
  const ids = movedIds(taught);
  const states = new Map(mergedStates(standing.states, ids).map((state) => [state.item, state]));
  const tries = new Map([...states.values()].map((state) => [state.item, state.tries]));
  const cards = await freshCards(learnerId, taughtCards(taught), kept, tries);
  const { name = null, guest = true, zone, teaches, in_class: inClass } = standing.learner ?? {};
  return {
    learner: { name, guest },
    roles: { ...(teaches && { teaches }), ...(inClass && { inClass }) },
    zone: zone ?? defaultZone,
    known: {
      states,
      places: new Map(currentPlaces(standing.places, ids).map((place) => [place.lesson, place])),
      doors: currentDoors(standing.doors, ids),
      cards,
    },
  };
}
