import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { AuditAction } from '@/lib/audit/audit';
import { pool } from '@/lib/db/pool';

/** Who did it: a session's learner with the login they go by, or a name on the machine. */
export type Actor = { readonly name: string; readonly id?: string };

export type AuditEntry = {
  readonly actor: Actor;
  readonly action: AuditAction;
  /** What it was done to: an item, a class, a learner's id. Never a name. */
  readonly subject: string;
  readonly classId?: string;
  readonly detail?: object;
};

/** Writes down what is done to others, and by whom; with `client` in the transaction that does it. Returns the entry's id. */
export async function audit(
  { actor, action, subject, classId, detail = {} }: AuditEntry,
  client: Pick<PoolClient, 'query'> = pool(),
): Promise<string> {
  const id = randomUUID();
  await client.query(
    `INSERT INTO audit_event (id, actor, actor_id, class_id, action, subject, detail) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, actor.name, actor.id ?? null, classId ?? null, action, subject, JSON.stringify(detail)],
  );
  return id;
}

export type AuditEvent = {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly actorId: string | null;
  readonly classId: string | null;
  readonly action: string;
  readonly subject: string;
  readonly detail: unknown;
};

type Asked = { readonly classId?: string; readonly action?: string; readonly subject?: string; readonly before?: Date };

/** The newest first; of one class, one action or one subject where these are given. */
export async function auditTrail(asked: Asked, limit: number): Promise<AuditEvent[]> {
  const { rows } = await pool().query<AuditEvent>(
    `SELECT id, at, actor, actor_id AS "actorId", class_id AS "classId", action, subject, detail FROM audit_event
     WHERE ($1::uuid IS NULL OR class_id = $1) AND ($2::text IS NULL OR action = $2) AND ($3::text IS NULL OR subject = $3)
       AND ($4::timestamptz IS NULL OR at < $4)
     ORDER BY at DESC, id LIMIT $5`,
    [asked.classId ?? null, asked.action ?? null, asked.subject ?? null, asked.before ?? null, limit],
  );
  return rows;
}
