import type { ClassRole } from '@/lib/access/class-access';
import { pool } from '@/lib/db/pool';
import type { Localized } from '@/lib/words/locale';

/** Something that is due in a class. */
export type DueWork = { readonly id: string; readonly title: Localized; readonly dueAt: Date };

/** A class in the list of those whom one teaches, at a glance. */
export type TaughtClass = {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly archivedAt: Date | null;
  readonly role: ClassRole;
  readonly learners: number;
  readonly requests: number;
  readonly next: DueWork | null;
};

type Row = Omit<TaughtClass, 'next'> & { next: { id: string; title: Localized; dueAt: string } | null };

/** The classes somebody is staff of, in the order of their names, archived ones last. */
export async function taughtClasses(learnerId: string): Promise<TaughtClass[]> {
  const { rows } = await pool().query<Row>(
    `SELECT c.id, c.name, c.time_zone AS "timeZone", c.archived_at AS "archivedAt", e.role,
       (SELECT count(*)::int FROM enrolment m WHERE m.class_id = c.id AND m.role = 'learner' AND m.left_at IS NULL) AS learners,
       (SELECT count(*)::int FROM join_request r WHERE r.class_id = c.id) AS requests,
       (SELECT jsonb_build_object('id', a.id, 'title', a.title, 'dueAt', a.due_at) FROM assignment a
         WHERE a.class_id = c.id AND a.withdrawn_at IS NULL AND a.due_at > now() ORDER BY a.due_at, a.id LIMIT 1) AS next
     FROM enrolment e JOIN class c ON c.id = e.class_id
     WHERE e.learner_id = $1 AND e.role <> 'learner' AND e.left_at IS NULL
     ORDER BY c.archived_at IS NOT NULL, lower(c.name), c.id LIMIT 500`,
    [learnerId],
  );
  return rows.map((row) => ({ ...row, next: row.next && { ...row.next, dueAt: new Date(row.next.dueAt) } }));
}

/** What matters of one class today. */
export type Glance = {
  readonly learners: number;
  /** Learners who were here within seven days. */
  readonly active: number;
  readonly requests: number;
  readonly due: readonly DueWork[];
};

export async function glanceAt(classId: string): Promise<Glance> {
  const [counted, due] = await Promise.all([
    pool().query<Omit<Glance, 'due'>>(
      `SELECT count(*)::int AS learners, count(*) FILTER (WHERE l.last_seen_at > now() - interval '7 days' AND (l.made_by_class IS NULL OR l.last_seen_at > l.created_at))::int AS active,
         (SELECT count(*)::int FROM join_request WHERE class_id = $1) AS requests
       FROM enrolment e JOIN learner l ON l.id = e.learner_id WHERE e.class_id = $1 AND e.role = 'learner' AND e.left_at IS NULL`,
      [classId],
    ),
    pool().query<DueWork>(
      `SELECT id, title, due_at AS "dueAt" FROM assignment WHERE class_id = $1 AND withdrawn_at IS NULL AND due_at > now()
       ORDER BY due_at, id LIMIT 3`,
      [classId],
    ),
  ]);
  return { ...(counted.rows[0] ?? { learners: 0, active: 0, requests: 0 }), due: due.rows };
}

/** Staff of the class, instructors first. */
export async function staffOf(
  classId: string,
): Promise<{ learnerId: string; name: string; role: 'assistant' | 'instructor' }[]> {
  const { rows } = await pool().query<{ learnerId: string; name: string; role: 'assistant' | 'instructor' }>(
    `SELECT e.learner_id AS "learnerId", coalesce(l.name, l.login, '') AS name, e.role FROM enrolment e JOIN learner l ON l.id = e.learner_id
     WHERE e.class_id = $1 AND e.role <> 'learner' AND e.left_at IS NULL ORDER BY e.role DESC, e.listed_as, e.learner_id LIMIT 100`,
    [classId],
  );
  return rows;
}

/** Everything that is set to the class, as everyone has it, the next due first and what is over last. */
export async function workOf(classId: string): Promise<(DueWork & { readonly opensAt: Date })[]> {
  const { rows } = await pool().query<DueWork & { opensAt: Date }>(
    `SELECT id, title, opens_at AS "opensAt", due_at AS "dueAt" FROM assignment WHERE class_id = $1 AND withdrawn_at IS NULL
     ORDER BY due_at <= now(), CASE WHEN due_at > now() THEN due_at END, due_at DESC, id LIMIT 200`,
    [classId],
  );
  return rows;
}
