import type { ClassRole } from '@/lib/access/class-access';
import type { Role } from '@/lib/auth/role';
import { pool } from '@/lib/db/pool';

export type StreamHolder = { readonly learnerId: string; readonly sessionId: string; readonly classId: string };

export type Standing = {
  readonly siteRole: Role;
  readonly classRole: ClassRole | null;
};

/** What each holder is at this moment, in order; null: their session has ended, or they are shut out. One statement for all streams of a process. */
export async function standings(holders: readonly StreamHolder[]): Promise<(Standing | null)[]> {
  const { rows } = await pool().query<{ at: number; siteRole: Role; classRole: ClassRole | null }>({
    name: 'live-standings',
    text: `SELECT h.at::int - 1 AS at, l.role::text AS "siteRole", e.role::text AS "classRole"
      FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) WITH ORDINALITY AS h(learner, session, class, at)
      JOIN session s ON s.learner_id = h.learner AND s.id = h.session AND s.revoked_at IS NULL AND s.expires_at > now()
      JOIN learner l ON l.id = h.learner AND l.suspended_at IS NULL AND l.login IS NOT NULL
      JOIN class c ON c.id = h.class
      LEFT JOIN enrolment e ON e.learner_id = h.learner AND e.class_id = h.class AND e.left_at IS NULL`,
    values: [
      holders.map(({ learnerId }) => learnerId),
      holders.map(({ sessionId }) => sessionId),
      holders.map(({ classId }) => classId),
    ],
  });
  const found = new Map(rows.map(({ at, ...standing }) => [at, standing]));
  return holders.map((_, at) => found.get(at) ?? null);
}
