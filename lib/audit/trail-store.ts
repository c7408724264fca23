import type { AuditEvent } from '@/lib/audit/audit-store';
import { pool } from '@/lib/db/pool';

export type TrailAsked = {
  readonly classId?: string | undefined;
  readonly action?: string | undefined;
  /** What this person did, and what was done to them. */
  readonly personId?: string | undefined;
  /** The entry after which the page begins. */
  readonly after?: { readonly at: Date; readonly id: string } | undefined;
};

/** An entry with what its ids are called today. */
export type NamedEvent = AuditEvent & {
  /** The actor's name, where they are still here. */
  readonly actorName: string | null;
  /** Of a person, class or assignment; in a class without names a learner is told by the pseudonym. Null: it is gone, or no id. */
  readonly subjectName: string | null;
};

/** The trail, the newest first. */
export async function readTrail(
  { classId, action, personId, after }: TrailAsked,
  limit: number,
): Promise<NamedEvent[]> {
  const values: unknown[] = [limit];
  const given = (value: unknown) => `$${values.push(value)}`;
  const where: string[] = [];
  if (classId) where.push(`v.class_id = ${given(classId)}`);
  if (action) where.push(`v.action = ${given(action)}`);
  if (personId) {
    const person = given(personId);
    where.push(`(v.actor_id = ${person}::uuid OR v.subject = ${person}::uuid::text)`);
  }
  // What a page shows has whole milliseconds.
  const at = `date_trunc('milliseconds', v.at)`;
  if (after) where.push(`(${at}, v.id) < (${given(after.at)}, ${given(after.id)})`);
  const { rows } = await pool().query<NamedEvent>(
    `WITH page AS (
       SELECT v.*, CASE WHEN v.subject ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN v.subject::uuid END AS subject_id FROM audit_event v
       ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''} ORDER BY ${at} DESC, v.id DESC LIMIT $1
     )
     SELECT p.id, p.at, p.actor, p.actor_id AS "actorId", p.class_id AS "classId", p.action, p.subject, p.detail,
       coalesce(a.name, a.login) AS "actorName",
       coalesce(CASE WHEN c.is_pseudonymous AND e.role = 'learner' THEN e.pseudonym ELSE coalesce(s.name, s.login) END, k.name,
         w.title->>'en', w.title->>'zh') AS "subjectName"
     FROM page p
       LEFT JOIN learner a ON a.id = p.actor_id
       LEFT JOIN learner s ON s.id = p.subject_id
       LEFT JOIN class c ON c.id = p.class_id
       LEFT JOIN enrolment e ON e.class_id = p.class_id AND e.learner_id = p.subject_id
       LEFT JOIN class k ON k.id = p.subject_id
       LEFT JOIN assignment w ON w.id = p.subject_id
     ORDER BY date_trunc('milliseconds', p.at) DESC, p.id DESC`,
    values,
  );
  return rows;
}
