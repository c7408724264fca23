import { type MemberName, memberNameColumns } from '@/lib/classes/display-name';
import { pool } from '@/lib/db/pool';

export type ClassLearner = MemberName & { readonly learnerId: string; readonly group: string | null };

/** A learner of this class; undefined for everyone else, whether they are somewhere else or nowhere. */
export async function findClassLearner(classId: string, learnerId: string): Promise<ClassLearner | undefined> {
  const { rows } = await pool().query<ClassLearner>(
    `SELECT e.learner_id AS "learnerId", e.group_name AS "group", ${memberNameColumns}
     FROM enrolment e JOIN class c ON c.id = e.class_id JOIN learner l ON l.id = e.learner_id
     WHERE e.class_id = $1 AND e.learner_id = $2 AND e.role = 'learner' AND e.left_at IS NULL`,
    [classId, learnerId],
  );
  return rows[0];
}

/** The names of the class's groups. */
export async function groupsOf(classId: string): Promise<readonly string[]> {
  const { rows } = await pool().query<{ groups: string[] }>({
    name: 'class-groups',
    text: 'SELECT groups FROM class WHERE id = $1',
    values: [classId],
  });
  return rows[0]?.groups ?? [];
}
