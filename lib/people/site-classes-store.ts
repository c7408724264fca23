import { pool } from '@/lib/db/pool';

/** A class, as whoever runs the site sees it in a list. */
export type SiteClass = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly archivedAt: Date | null;
  readonly learners: number;
  readonly instructors: readonly string[];
};

/** Where a page of a list that is ordered by time begins: after this entry. */
export type After = { readonly at: Date; readonly id: string };

/** The newest first; of those whose name holds what was typed. There are thousands at most, so they are looked through. */
export async function findClasses(typed: string, after: After | undefined, limit: number): Promise<SiteClass[]> {
  const { rows } = await pool().query<SiteClass>(
    `SELECT c.id, c.name, c.created_at AS "createdAt", c.archived_at AS "archivedAt",
       (SELECT count(*)::int FROM enrolment e WHERE e.class_id = c.id AND e.left_at IS NULL AND e.role = 'learner') AS learners,
       coalesce((SELECT array_agg(coalesce(l.name, l.login) ORDER BY e.enrolled_at) FROM enrolment e JOIN learner l ON l.id = e.learner_id
         WHERE e.class_id = c.id AND e.left_at IS NULL AND e.role = 'instructor'), '{}') AS instructors
     FROM class c
     WHERE ($1 = '' OR position(lower($1) IN lower(c.name)) > 0)
       AND ($2::timestamptz IS NULL OR (date_trunc('milliseconds', c.created_at), c.id) < ($2, $3::uuid))
     ORDER BY date_trunc('milliseconds', c.created_at) DESC, c.id DESC LIMIT $4`,
    [typed.slice(0, 200).replaceAll('\0', ''), after?.at ?? null, after?.id ?? null, limit],
  );
  return rows;
}
