import { type MemberName, memberNameColumns } from '@/lib/classes/display-name';
import { pool } from '@/lib/db/pool';

/** What staff may be told of the names of these members of a class, those who have left included. */
export async function memberNames(classId: string, learnerIds: readonly string[]): Promise<Map<string, MemberName>> {
  const { rows } = await pool().query<MemberName & { id: string }>({
    name: 'analysis-member-names',
    text: `SELECT e.learner_id AS id, ${memberNameColumns} FROM class c JOIN enrolment e ON e.class_id = c.id
        JOIN learner l ON l.id = e.learner_id WHERE c.id = $1 AND e.learner_id = ANY($2::uuid[])`,
    values: [classId, learnerIds],
  });
  return new Map(rows.map(({ id, ...name }) => [id, name]));
}
