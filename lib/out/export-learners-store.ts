import { pool } from '@/lib/db/pool';

/** The ids of a class's learners, so many at a time. */
export async function* learnersIn(classId: string, atOnce: number): AsyncGenerator<string[]> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await pool().query<{ id: string }>(
      `SELECT learner_id AS id FROM enrolment WHERE class_id = $1 AND role = 'learner' AND left_at IS NULL AND learner_id > $2
       ORDER BY learner_id LIMIT $3`,
      [classId, after, atOnce],
    );
    if (rows.length === 0) return;
    yield rows.map(({ id }) => id);
    after = rows.at(-1)?.id ?? after;
  }
}
