import type { ClassRole } from '@/lib/access/class-access';
import type { Classroom, ClassSeen } from '@/lib/classes/classroom';
import { pool } from '@/lib/db/pool';
import { isLocale } from '@/lib/words/locale';

export type ClassRow = {
  id: string;
  name: string;
  created_at: Date;
  archived_at: Date | null;
  time_zone: string;
  locale: string;
  paths: string[];
  is_pseudonymous: boolean;
  join_code: string | null;
  join_expires_at: Date | null;
  join_cap: number | null;
  join_approves: boolean;
};

/** Of `class c`. */
export const classColumns = `c.id, c.name, c.created_at, c.archived_at, c.time_zone, c.locale, c.paths, c.is_pseudonymous,
  c.join_code, c.join_expires_at, c.join_cap, c.join_approves`;

export function toClassroom(row: ClassRow): Classroom {
  return {
    id: row.id,
    name: row.name,
    createdAt: row.created_at,
    archivedAt: row.archived_at,
    timeZone: row.time_zone,
    locale: isLocale(row.locale) ? row.locale : 'en',
    paths: row.paths,
    isPseudonymous: row.is_pseudonymous,
    join: { code: row.join_code, expiresAt: row.join_expires_at, cap: row.join_cap, approves: row.join_approves },
  };
}

/** A class, and what this person is in it. Undefined: there is no such class. Who may see what is `classFor`'s to say. */
export async function findClassSeen(learnerId: string, classId: string): Promise<ClassSeen | undefined> {
  const { rows } = await pool().query<ClassRow & { role: ClassRole | null; actor: string | null }>({
    name: 'class-seen',
    text: `SELECT ${classColumns}, e.role, (SELECT coalesce(login, name) FROM learner WHERE id = $1) AS actor
      FROM class c LEFT JOIN enrolment e ON e.class_id = c.id AND e.learner_id = $1 AND e.left_at IS NULL
      WHERE c.id = $2`,
    values: [learnerId, classId],
  });
  const [row] = rows;
  return row && { classroom: toClassroom(row), role: row.role, actor: { id: learnerId, name: row.actor ?? '' } };
}
