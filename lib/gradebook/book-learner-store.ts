import { isUuid } from '@/lib/classes/class-for';
import { type MemberName, memberNameColumns } from '@/lib/classes/display-name';
import { pool } from '@/lib/db/pool';
import { idsOfRef } from '@/lib/gradebook/learner-ref';

/** A learner in a class's books, as its staff may know them. Who has left is one still, for what was done in the class's own work. */
export type BookLearner = MemberName & {
  readonly learnerId: string;
  readonly group: string | null;
  readonly enrolledAt: Date;
  readonly leftAt: Date | null;
};

/** A learner of this class by id, now or once; undefined for its staff, for anybody else's learner, and for what is no id. */
export async function findBookLearner(classId: string, learnerId: string): Promise<BookLearner | undefined> {
  if (!isUuid(learnerId)) return undefined;
  const { rows } = await pool().query<BookLearner>({
    name: 'book-learner',
    text: `SELECT e.learner_id AS "learnerId", ${memberNameColumns}, e.group_name AS "group", e.enrolled_at AS "enrolledAt", e.left_at AS "leftAt"
      FROM enrolment e JOIN class c ON c.id = e.class_id JOIN learner l ON l.id = e.learner_id
      WHERE e.class_id = $1 AND e.learner_id = $2 AND e.role = 'learner'`,
    values: [classId, learnerId],
  });
  return rows[0];
}

/** The id of the learner of this class that a cell's short address means; undefined when there is none, or none but one. */
export async function learnerOfRef(classId: string, ref: string): Promise<string | undefined> {
  const ids = idsOfRef(ref);
  if (!ids) return undefined;
  const { rows } = await pool().query<{ learnerId: string }>({
    name: 'book-learner-of-ref',
    text: `SELECT learner_id AS "learnerId" FROM enrolment
      WHERE learner_id BETWEEN $2 AND $3 AND class_id = $1 AND role = 'learner' LIMIT 2`,
    values: [classId, ids.first, ids.last],
  });
  return rows.length === 1 ? rows[0]?.learnerId : undefined;
}

/** What people of a class's staff, or once of it, are called: they are always named. */
export async function staffNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await pool().query<{ id: string; name: string }>({
    name: 'staff-names',
    text: `SELECT id, coalesce(name, login, '') AS name FROM learner WHERE id = ANY($1)`,
    values: [[...new Set(ids)]],
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Whether anybody learns in the class, counted yet or not. */
export async function hasLearners(classId: string): Promise<boolean> {
  const { rowCount } = await pool().query({
    name: 'class-has-learners',
    text: `SELECT FROM enrolment WHERE class_id = $1 AND role = 'learner' AND left_at IS NULL LIMIT 1`,
    values: [classId],
  });
  return rowCount === 1;
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
