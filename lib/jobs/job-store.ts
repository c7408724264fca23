import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { pool } from '@/lib/db/pool';
import type { JobKind } from '@/lib/jobs/job';

type Asker = Pick<PoolClient, 'query'>;

export type AddOptions = {
  /** Of one kind and key there is one job at most: asking again while it waits replaces what is to be done. */
  readonly key?: string;
  readonly dueAt?: Date;
};

/**
 * Asks for work to be done later; with `client` in the transaction that makes it necessary. Whoever asks again with the same key gets it done at
 * least once more after that: a job that is under way at that moment is done again. A try that failed keeps its later time, a dead job lives again.
 */
export async function addJob<Payload>(
  kind: JobKind<Payload>,
  payload: NoInfer<Payload>,
  { key, dueAt }: AddOptions = {},
  client: Asker = pool(),
): Promise<void> {
  await client.query({
    name: 'job-add',
    text: `INSERT INTO job AS j (id, kind, key, payload, due_at) VALUES ($1, $2, $3, $4, coalesce($5, now()))
      ON CONFLICT (kind, key) DO UPDATE SET id = excluded.id, payload = excluded.payload,
        tries = CASE WHEN j.dead_at IS NULL THEN j.tries ELSE 0 END,
        due_at = CASE WHEN j.dead_at IS NOT NULL OR j.held_until IS NOT NULL THEN excluded.due_at
          WHEN j.tries > 0 THEN greatest(j.due_at, excluded.due_at)
          ELSE least(j.due_at, excluded.due_at) END,
        dead_at = NULL`,
    values: [randomUUID(), kind.name, key ?? null, JSON.stringify(payload), dueAt ?? null],
  });
}

/** A job in this process's hands. `lease` tells its hold from every other, earlier or later. */
export type HeldJob = {
  readonly id: string;
  readonly kind: string;
  readonly key: string | null;
  readonly payload: unknown;
  /** This try counted. */
  readonly tries: number;
  readonly lease: string;
};

/** Every time of a job is the database's; a test gives its own. */
export type At = Date | null;

/** Takes up to `most` jobs that are due and in nobody's hands (or whose holder's time is over), and holds them for so long. */
export async function claimJobs(kinds: ReadonlyMap<string, number>, most: number, at: At = null): Promise<HeldJob[]> {
  const { rows } = await pool().query<HeldJob>({
    name: 'job-claim',
    text: `UPDATE job j SET tries = j.tries + 1, held_until = coalesce($4, clock_timestamp()) + make_interval(secs => due.seconds)
      FROM (SELECT w.id, k.seconds FROM job w JOIN unnest($1::text[], $2::float8[]) AS k (name, seconds) ON k.name = w.kind
            WHERE w.dead_at IS NULL AND w.due_at <= coalesce($4, now()) AND (w.held_until IS NULL OR w.held_until <= coalesce($4, now()))
            ORDER BY w.due_at LIMIT $3 FOR UPDATE OF w SKIP LOCKED) due
      WHERE j.id = due.id
      RETURNING j.id, j.kind, j.key, j.payload, j.tries, j.held_until::text AS lease`,
    values: [[...kinds.keys()], [...kinds.values()], most, at],
  });
  return rows;
}

/** It is done, and gone; unless it was asked for again meanwhile, then it is due once more with a clean slate. */
export async function finishJob(job: HeldJob): Promise<void> {
  const { rowCount } = await pool().query('DELETE FROM job WHERE id = $1 AND held_until = $2::timestamptz', [
    job.id,
    job.lease,
  ]);
  if (rowCount === 0) await giveBack(job, 'tries = 0');
}

/** It failed: due again so many seconds from now. */
export async function postponeJob(job: HeldJob, error: string, seconds: number, at: At = null): Promise<void> {
  const { rowCount } = await pool().query(
    `UPDATE job SET held_until = NULL, last_error = $3, due_at = coalesce($5, now()) + make_interval(secs => $4)
     WHERE id = $1 AND held_until = $2::timestamptz`,
    [job.id, job.lease, error, seconds, at],
  );
  if (rowCount === 0) await giveBack(job, 'tries = tries');
}

/** The process ends while it was at it: nobody's fault, no try used, due at once. */
export async function releaseJob(job: HeldJob): Promise<void> {
  await pool().query(
    'UPDATE job SET held_until = NULL, tries = greatest(0, tries - 1) WHERE kind = $1 AND held_until = $2::timestamptz AND (id = $3 OR key = $4)',
    [job.kind, job.lease, job.id, job.key],
  );
}

/** It failed for good: kept with its last error, and shown to administrators. */
export async function buryJob(job: HeldJob, error: string, at: At = null): Promise<void> {
  const { rowCount } = await pool().query(
    `UPDATE job SET held_until = NULL, last_error = $3, dead_at = coalesce($4, now())
     WHERE id = $1 AND held_until = $2::timestamptz`,
    [job.id, job.lease, error, at],
  );
  if (rowCount === 0) await giveBack(job, 'tries = 0');
}

/** It was asked for again while it was under way, so it has another id and still our hold. */
async function giveBack(job: HeldJob, tries: 'tries = 0' | 'tries = tries'): Promise<void> {
  await pool().query(
    `UPDATE job SET held_until = NULL, ${tries} WHERE kind = $1 AND key = $2 AND held_until = $3::timestamptz`,
    [job.kind, job.key, job.lease],
  );
}
