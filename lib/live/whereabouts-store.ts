import { type MemberName, memberNameColumns } from '@/lib/classes/display-name';
import { pool } from '@/lib/db/pool';
import { presentSeconds } from '@/lib/live/presence-store';

/** Where one learner of a class was last seen. */
export type Whereabouts = MemberName & {
  readonly learnerId: string;
  readonly group: string | null;
  readonly lesson: string | null;
  readonly heading: string | null;
  /** When they were last at a place, in milliseconds since 1970. */
  readonly placeAt: number | null;
  readonly isPresent: boolean;
};

/** More than this many are counted, and not listed. */
export const mostListed = 2_000;

/**
 * Where the learners of a class are; of all (`learners` null) those who were anywhere in the last three hours, the latest first. Always
 * `WHERE class_id`: an id of somebody else's learner finds nothing.
 */
export async function whereabouts(classId: string, learners: readonly string[] | null): Promise<Whereabouts[]> {
  const { rows } = await pool().query<Whereabouts>({
    name: learners === null ? 'live-whereabouts-all' : 'live-whereabouts',
    text: `SELECT e.learner_id AS "learnerId", ${memberNameColumns},
        e.group_name AS "group", p.lesson, p.heading, (extract(epoch FROM p.at) * 1000)::float8 AS "placeAt",
        coalesce(r.seen_at > now() - make_interval(secs => ${presentSeconds}), false) AS "isPresent"
      FROM enrolment e JOIN class c ON c.id = e.class_id JOIN learner l ON l.id = e.learner_id
      LEFT JOIN room_presence r ON r.learner_id = e.learner_id AND r.class_id = e.class_id
      LEFT JOIN LATERAL (SELECT lesson, heading, at FROM place WHERE place.learner_id = e.learner_id ORDER BY at DESC LIMIT 1) p ON true
      WHERE e.class_id = $1 AND e.left_at IS NULL AND e.role = 'learner'
        AND ${learners === null ? `greatest(p.at, r.seen_at) > now() - interval '3 hours'` : 'e.learner_id = ANY($2::uuid[])'}
      ORDER BY greatest(p.at, r.seen_at) DESC NULLS LAST LIMIT ${mostListed}`,
    values: learners === null ? [classId] : [classId, learners],
  });
  return rows;
}

/** How many learners the class has. */
export async function countLearners(classId: string): Promise<number> {
  const { rows } = await pool().query<{ count: number }>({
    name: 'live-count',
    text: `SELECT count(*)::int AS count FROM enrolment WHERE class_id = $1 AND left_at IS NULL AND role = 'learner'`,
    values: [classId],
  });
  return rows[0]?.count ?? 0;
}

/** Who of the class is there now, by id. */
export async function presentLearners(classId: string): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>({
    name: 'live-presences',
    text: `SELECT r.learner_id AS id FROM room_presence r
      JOIN enrolment e ON e.learner_id = r.learner_id AND e.class_id = r.class_id AND e.left_at IS NULL AND e.role = 'learner'
      WHERE r.class_id = $1 AND r.seen_at > now() - make_interval(secs => ${presentSeconds})`,
    values: [classId],
  });
  return rows.map(({ id }) => id);
}
