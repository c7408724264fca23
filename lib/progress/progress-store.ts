import { earned, gradedAttempts, possible } from '@/lib/attempts/graded-attempts-store';
import { type ItemState, itemStatesOf } from '@/lib/attempts/item-state-store';
import { pool } from '@/lib/db/pool';
import type { Door } from '@/lib/progress/door';
import type { Place } from '@/lib/progress/progress';

type LearnerRow = { name: string | null; guest: boolean; zone: string | null; teaches: boolean; in_class: boolean };

type Standing = {
  learner: LearnerRow | null;
  states: ItemState[];
  places: Place[];
  doors: Door[];
};

/** All that is known of a learner's standing, but for what is folded. `learner` is null when there is no such learner. */
export async function standingOf(learnerId: string): Promise<Standing> {
  const [learners, states, places, doors] = await Promise.all([
    pool().query<LearnerRow>({
      name: 'progress-learner',
      // The learner's own enrolments, by the head of their key: for who is in no class a look at an empty place of an index.
      text: `SELECT l.name, l.login IS NULL AS guest, s.time_zone AS zone, coalesce(e.teaches, false) OR l.role IN ('instructor', 'admin') AS teaches,
          coalesce(e.in_class, false) AS in_class
        FROM learner l LEFT JOIN learner_setting s ON s.learner_id = l.id
          LEFT JOIN LATERAL (SELECT bool_or(role <> 'learner') AS teaches, bool_or(role = 'learner') AS in_class
            FROM enrolment WHERE learner_id = l.id AND left_at IS NULL) e ON true
        WHERE l.id = $1`,
      values: [learnerId],
    }),
    itemStatesOf(learnerId),
    pool().query<Place>({
      name: 'progress-places',
      text: 'SELECT lesson, heading, at, done_at AS "doneAt" FROM place WHERE learner_id = $1',
      values: [learnerId],
    }),
    doorsOf(learnerId),
  ]);
  return { learner: learners.rows[0] ?? null, states, places: places.rows, doors };
}

/** The runs of "I know this" in which something was answered. */
async function doorsOf(learnerId: string): Promise<Door[]> {
  const { rows } = await pool().query<Door>({
    name: 'progress-doors',
    text: `SELECT s.lesson, ARRAY(SELECT jsonb_array_elements(s.items)->>'item') AS asked, array_agg(a.item) AS right
      FROM sitting s JOIN (${gradedAttempts}) ON a.learner_id = s.learner_id AND a.sitting_id = s.id
      WHERE s.learner_id = $1 AND s.kind = 'door' AND ${earned} >= ${possible}
      GROUP BY s.learner_id, s.id`,
    values: [learnerId],
  });
  return rows;
}

/**
 * Keeps where a learner is; `done` true or false sets or takes back Done, undefined leaves it. What is taken back is taken back at the
 * lesson's old addresses too: they would speak for it.
 */
export async function savePlace(
  learnerId: string,
  place: { lesson: string; formerly: readonly string[]; heading: string | undefined; done: boolean | undefined },
): Promise<void> {
  await pool().query({
    name: 'save-place',
    text: `WITH taken_back AS (
        UPDATE place SET done_at = NULL WHERE learner_id = $1 AND lesson = ANY($5::text[]) AND NOT $4)
      INSERT INTO place AS p (learner_id, lesson, heading, at, done_at)
      SELECT id, $2, coalesce($3, ''), now(), CASE WHEN $4::boolean THEN now() END FROM learner WHERE id = $1
      ON CONFLICT (learner_id, lesson) DO UPDATE SET
        heading = coalesce($3, p.heading), at = now(),
        done_at = CASE WHEN $4 IS NULL THEN p.done_at WHEN $4 THEN coalesce(p.done_at, now()) END`,
    values: [learnerId, place.lesson, place.heading ?? null, place.done ?? null, place.formerly],
  });
}
