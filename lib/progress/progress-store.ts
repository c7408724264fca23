import { pool } from '@/lib/db/pool';
import type { Fold, ItemState, Place } from '@/lib/progress/progress';

type Standing = {
  learner: { name: string | null; guest: boolean } | null;
  states: ItemState[];
  places: Place[];
  folds: Fold[];
};

/** More than a fold looks at, for every objective of the longest lesson. */
const mostFolded = 400;

/** All that is known of a learner's standing. `learner` is null when there is no such learner. */
export async function standingOf(learnerId: string): Promise<Standing> {
  const [learners, states, places, folds] = await Promise.all([
    pool().query<{ name: string | null; guest: boolean }>({
      name: 'progress-learner',
      text: 'SELECT name, login IS NULL AS guest FROM learner WHERE id = $1',
      values: [learnerId],
    }),
    pool().query<ItemState>({
      name: 'progress-states',
      text: 'SELECT item, tries, best, last, last_at AS "lastAt" FROM item_state WHERE learner_id = $1',
      values: [learnerId],
    }),
    pool().query<Place>({
      name: 'progress-places',
      text: 'SELECT lesson, heading, at, done_at AS "doneAt" FROM place WHERE learner_id = $1',
      values: [learnerId],
    }),
    pool().query<Fold>({
      name: 'progress-folds',
      text: 'SELECT lesson, seen, recent FROM progress_fold WHERE learner_id = $1',
      values: [learnerId],
    }),
  ]);
  return { learner: learners.rows[0] ?? null, states: states.rows, places: places.rows, folds: folds.rows };
}

/** Keeps where a learner is; `done` true or false sets or takes back Done, undefined leaves it. */
export async function savePlace(
  learnerId: string,
  place: { lesson: string; heading: string | undefined; done: boolean | undefined },
): Promise<void> {
  await pool().query({
    name: 'save-place',
    text: `INSERT INTO place AS p (learner_id, lesson, heading, at, done_at)
      SELECT id, $2, coalesce($3, ''), now(), CASE WHEN $4::boolean THEN now() END FROM learner WHERE id = $1
      ON CONFLICT (learner_id, lesson) DO UPDATE SET
        heading = coalesce($3, p.heading), at = now(),
        done_at = CASE WHEN $4 IS NULL THEN p.done_at WHEN $4 THEN coalesce(p.done_at, now()) END`,
    values: [learnerId, place.lesson, place.heading ?? null, place.done ?? null],
  });
}

/** The latest graded answers to these items, oldest first. */
export async function answersTo(
  learnerId: string,
  items: readonly string[],
): Promise<{ item: string; right: boolean }[]> {
  const { rows } = await pool().query<{ item: string; right: boolean }>({
    name: 'answers-to-fold',
    text: `SELECT item, earned >= possible AS right FROM (
        SELECT a.item, coalesce(a.earned, g.earned) AS earned, a.possible, a.received_at, a.ordinal
        FROM attempt a LEFT JOIN grade g
          ON g.learner_id = a.learner_id AND g.attempt_id = a.id AND g.key_revision = a.key_revision
        WHERE a.learner_id = $1 AND a.item = ANY($2) AND coalesce(a.earned, g.earned) IS NOT NULL
        ORDER BY a.received_at DESC, a.ordinal DESC LIMIT $3) latest
      ORDER BY received_at, ordinal`,
    values: [learnerId, items, mostFolded],
  });
  return rows;
}

/** Keeps a fold, unless another reader has meanwhile kept a newer one. */
export async function saveFold(learnerId: string, { lesson, seen, recent }: Fold): Promise<void> {
  await pool().query({
    name: 'save-fold',
    text: `INSERT INTO progress_fold AS f (learner_id, lesson, seen, recent)
      SELECT id, $2, $3, $4 FROM learner WHERE id = $1
      ON CONFLICT (learner_id, lesson) DO UPDATE SET seen = excluded.seen, recent = excluded.recent, folded_at = now()
      WHERE f.seen <= excluded.seen`,
    values: [learnerId, lesson, seen, JSON.stringify(recent)],
  });
}
