import { pool } from '@/lib/db/pool';
import type { ItemState, Place } from '@/lib/progress/progress';

type Standing = { learner: { name: string | null; guest: boolean } | null; states: ItemState[]; places: Place[] };

/** All that is known of a learner's standing. `learner` is null when there is no such learner. */
export async function standingOf(learnerId: string): Promise<Standing> {
  const [learners, states, places] = await Promise.all([
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
  ]);
  return { learner: learners.rows[0] ?? null, states: states.rows, places: places.rows };
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
