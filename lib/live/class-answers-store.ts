import { pool } from '@/lib/db/pool';

/** One answer of a learner of the class, as it came in. */
export type ClassAnswer = {
  readonly learnerId: string;
  readonly id: string;
  readonly item: string;
  readonly version: string;
  readonly keyRevision: number;
  readonly response: unknown;
  /** 0 to 1; null while the grade is deferred, or its score is withheld. */
  readonly share: number | null;
  /** Milliseconds since 1970. */
  readonly at: number;
};

const columns = `a.learner_id AS "learnerId", a.id, a.item, a.version, a.key_revision AS "keyRevision", a.response,
  CASE WHEN NOT a.withheld THEN a.earned / nullif(a.possible, 0) END AS share, (extract(epoch FROM a.received_at) * 1000)::float8 AS at`;

/** How much of one lesson's flood is looked at in one go. */
const mostAtOnce = 20_000;

/**
 * The answers of the class since then, oldest first. With `learners` only of these, each since their own time: the answers of one learner are
 * stored one after the other, so their own last one is an exact mark.
 */
export async function answersSince(
  classId: string,
  since: Date,
  learners: readonly { id: string; after: number }[] | null,
): Promise<ClassAnswer[]> {
  const { rows } =
    learners === null
      ? await pool().query<ClassAnswer>({
          name: 'live-answers-all',
          text: `SELECT ${columns} FROM enrolment e JOIN attempt a ON a.learner_id = e.learner_id AND a.received_at >= $2
            WHERE e.class_id = $1 AND e.left_at IS NULL AND e.role = 'learner' AND (a.sitting_id IS NULL OR a.assignment_id IS NOT NULL)
            ORDER BY a.received_at DESC LIMIT ${mostAtOnce}`,
          values: [classId, since],
        })
      : await pool().query<ClassAnswer>({
          name: 'live-answers',
          text: `SELECT ${columns} FROM unnest($3::uuid[], $4::float8[]) AS heard(id, after)
            JOIN enrolment e ON e.learner_id = heard.id AND e.class_id = $1 AND e.left_at IS NULL AND e.role = 'learner'
            JOIN attempt a ON a.learner_id = e.learner_id AND a.received_at >= greatest($2, to_timestamp(heard.after / 1000) - interval '1 ms')
            WHERE (a.sitting_id IS NULL OR a.assignment_id IS NOT NULL) ORDER BY a.received_at DESC LIMIT ${mostAtOnce}`,
          values: [classId, since, learners.map(({ id }) => id), learners.map(({ after }) => after)],
        });
  return rows.reverse();
}
