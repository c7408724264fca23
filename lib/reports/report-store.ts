import { pool } from '@/lib/db/pool';

export type Report = {
  readonly id: string;
  readonly item: string;
  readonly version: string;
  readonly kind: 'wrong' | 'stuck';
  readonly text: string;
  /** What stood in the question, or was done in the lab. */
  readonly state?: unknown;
  readonly locale: string;
};

export type KeptReport = Report & { readonly learnerId: string; readonly reportedAt: Date };

/** More in a day than anybody means; a script that reports without end is not kept. */
const mostADay = 200;

/** Keeps a report; one that is sent again is kept once. `full`: this learner has reported enough for a day. */
export async function keepReport(learnerId: string, report: Report): Promise<'kept' | 'full'> {
  const { id, item, version, kind, text, state, locale } = report;
  const { rows } = await pool().query<{ here: boolean }>(
    `WITH kept AS (
       INSERT INTO report (learner_id, id, item, version, kind, text, state, locale)
       SELECT learner.id, $2, $3, $4, $5, $6, $7, $8 FROM learner WHERE learner.id = $1
         AND (SELECT count(*) FROM report WHERE learner_id = $1 AND reported_at > now() - interval '1 day') < $9
       ON CONFLICT DO NOTHING RETURNING id)
     SELECT EXISTS (SELECT FROM kept) OR EXISTS (SELECT FROM report WHERE learner_id = $1 AND id = $2) AS here`,
    [learnerId, id, item, version, kind, text, state === undefined ? null : JSON.stringify(state), locale, mostADay],
  );
  return rows[0]?.here ? 'kept' : 'full';
}

const columns = `learner_id AS "learnerId", id, item, version, kind, text, state, locale, reported_at AS "reportedAt"`;

/** Reports of everybody, the newest first: for those who look after the content. */
export async function latestReports(limit: number, before = new Date()): Promise<KeptReport[]> {
  const { rows } = await pool().query<KeptReport>(
    `SELECT ${columns} FROM report WHERE reported_at < $2 ORDER BY reported_at DESC, id LIMIT $1`,
    [limit, before],
  );
  return rows;
}

/** What one learner has reported, the oldest first. */
export async function reportsOf(learnerId: string): Promise<KeptReport[]> {
  const { rows } = await pool().query<KeptReport>(
    `SELECT ${columns} FROM report WHERE learner_id = $1 ORDER BY reported_at, id`,
    [learnerId],
  );
  return rows;
}
