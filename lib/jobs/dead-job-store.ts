import { type Actor, audit } from '@/lib/audit/audit-store';
import { pool } from '@/lib/db/pool';
import { transaction } from '@/lib/db/transaction';

/** A job that failed for good, as an administrator sees it. Its payload holds ids, never names. */
export type DeadJob = {
  readonly id: string;
  readonly kind: string;
  readonly key: string | null;
  readonly payload: unknown;
  readonly tries: number;
  readonly lastError: string | null;
  readonly deadAt: Date;
  readonly createdAt: Date;
};

/** The newest first. */
export async function deadJobs(limit: number): Promise<DeadJob[]> {
  const { rows } = await pool().query<DeadJob>(
    `SELECT id, kind, key, payload, tries, last_error AS "lastError", dead_at AS "deadAt", created_at AS "createdAt"
     FROM job WHERE dead_at IS NOT NULL ORDER BY dead_at DESC, id LIMIT $1`,
    [limit],
  );
  return rows;
}

/** How much waits, of each kind. */
export type JobCount = {
  readonly kind: string;
  /** Due, or to be done later. */
  readonly waiting: number;
  /** Some process is at it. */
  readonly underWay: number;
  /** Failed at least once, and will be tried again. */
  readonly failing: number;
  readonly dead: number;
  /** When the one that is due for longest was due; null: nothing is due. */
  readonly dueSince: Date | null;
};

export async function jobCounts(): Promise<JobCount[]> {
  const { rows } = await pool().query<JobCount>(
    `SELECT kind,
       count(*) FILTER (WHERE dead_at IS NULL AND coalesce(held_until <= now(), true))::int AS waiting,
       count(*) FILTER (WHERE dead_at IS NULL AND held_until > now())::int AS "underWay",
       count(*) FILTER (WHERE dead_at IS NULL AND last_error IS NOT NULL)::int AS failing,
       count(*) FILTER (WHERE dead_at IS NOT NULL)::int AS dead,
       min(due_at) FILTER (WHERE dead_at IS NULL AND due_at <= now() AND coalesce(held_until <= now(), true)) AS "dueSince"
     FROM job GROUP BY kind ORDER BY kind`,
  );
  return rows;
}

/** A dead job gets all its tries anew, at once. False: it is not there, or not dead. */
export function retryJob(id: string, actor: Actor): Promise<boolean> {
  return transaction(async (client) => {
    const { rows } = await client.query<{ kind: string }>(
      `UPDATE job SET dead_at = NULL, held_until = NULL, tries = 0, due_at = now() WHERE id = $1 AND dead_at IS NOT NULL RETURNING kind`,
      [id],
    );
    const [row] = rows;
    if (row) await audit({ actor, action: 'job-retried', subject: id, detail: { kind: row.kind } }, client);
    return row !== undefined;
  });
}

/** A dead job is given up. False: it is not there, or not dead. */
export function dropJob(id: string, actor: Actor): Promise<boolean> {
  return transaction(async (client) => {
    const { rows } = await client.query<{ kind: string }>(
      'DELETE FROM job WHERE id = $1 AND dead_at IS NOT NULL RETURNING kind',
      [id],
    );
    const [row] = rows;
    if (row) await audit({ actor, action: 'job-dropped', subject: id, detail: { kind: row.kind } }, client);
    return row !== undefined;
  });
}
