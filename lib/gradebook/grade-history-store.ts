import { pool } from '@/lib/db/pool';

/** A grade an attempt has had: by the key when it came, by a later key, by the class's correction, by a person. */
export type GradeEntry = {
  readonly at: Date;
  readonly earned: number | null;
  readonly possible: number;
  readonly how: 'machine' | 'key' | 'class' | 'person';
  /** Of a key. */
  readonly revision: number;
  readonly gradedBy: string | null;
};

/** Every grade of an attempt, the first one first; of a person's the one that stands: those before it are in `marking`. */
export async function gradeHistory(learnerId: string, attemptId: string): Promise<GradeEntry[]> {
  const { rows } = await pool().query<GradeEntry>(
    `SELECT received_at AS at, earned, possible, 'machine' AS how, key_revision AS revision, NULL::uuid AS "gradedBy"
     FROM attempt WHERE learner_id = $1 AND id = $2 AND earned IS NOT NULL
     UNION ALL
     SELECT graded_at, earned, coalesce(possible, 0),
       CASE WHEN graded_by IS NOT NULL THEN 'person' WHEN key_revision < 0 THEN 'class' ELSE 'key' END, key_revision, graded_by
     FROM grade WHERE learner_id = $1 AND attempt_id = $2
     ORDER BY at`,
    [learnerId, attemptId],
  );
  return rows;
}

/** When what an attempt answers was put before the learner: its numbers were drawn, or its quiz was opened. Null: nobody wrote it down. */
export async function askedAt(learnerId: string, attemptId: string): Promise<Date | null> {
  const { rows } = await pool().query<{ at: Date | null }>(
    `SELECT coalesce(d.opened_at, s.opened_at) AS at FROM attempt a
       LEFT JOIN draw d ON d.learner_id = a.learner_id AND d.id = a.draw_id
       LEFT JOIN sitting s ON s.learner_id = a.learner_id AND s.id = a.sitting_id
     WHERE a.learner_id = $1 AND a.id = $2`,
    [learnerId, attemptId],
  );
  return rows[0]?.at ?? null;
}
