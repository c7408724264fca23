import { earned, gradedAttempts, possible } from '@/lib/attempts/graded-attempts-store';
import { pool } from '@/lib/db/pool';
import { transaction } from '@/lib/db/transaction';
import { addJob } from '@/lib/jobs/job-store';
import type { Told, ToldAttempt, ToldSitting } from '@/lib/xapi/make-statements';
import { type Answered, MOST_STATEMENTS, statementsJob } from '@/lib/xapi/xapi-jobs';

/** So many attempts a look; a transaction that stored more (a merge) is taken whole. */
const AT_ONCE = 1_000;

/**
 * Asks for what was stored since the last look to be told, in commit order: everything below the oldest transaction that still runs, so that
 * none which commits late is passed over (DESIGN §2.3). The watermark and the jobs move in one transaction. It begins with the first look: what was
 * before is not told. Of several processes one looks. Returns how many attempts were taken.
 */
export function followAttempts(place: string): Promise<number> {
  return transaction(async (client) => {
    const { rows: held } = await client.query<{ ours: boolean }>(
      'SELECT pg_try_advisory_xact_lock(hashtext($1)) AS ours',
      [`told until ${place}`],
    );
    if (!held[0]?.ours) return 0;
    const { rows: marks } = await client.query<{ watermark: string; upper: string }>(
      `INSERT INTO told_until AS t (place, watermark) VALUES ($1, pg_snapshot_xmin(pg_current_snapshot()))
       ON CONFLICT (place) DO UPDATE SET watermark = t.watermark
       RETURNING watermark::text, pg_snapshot_xmin(pg_current_snapshot())::text AS upper`,
      [place],
    );
    const [mark] = marks;
    if (!mark) return 0;
    const stored = `SELECT a.learner_id AS learner, a.id AS attempt, a.xact::text AS xact FROM attempt a`;
    const { rows: some } = await client.query<Answered & { xact: string }>(
      `${stored} WHERE a.xact >= $1::xid8 AND a.xact < $2::xid8 ORDER BY a.xact LIMIT $3`,
      [mark.watermark, mark.upper, AT_ONCE],
    );
    const last = some.length === AT_ONCE ? some.at(-1)?.xact : undefined;
    let taken = last === undefined ? some : some.filter(({ xact }) => xact !== last);
    let next = last ?? mark.upper;
    if (last !== undefined && taken.length === 0) {
      taken = (await client.query<Answered & { xact: string }>(`${stored} WHERE a.xact = $1::xid8`, [last])).rows;
      next = String(BigInt(last) + 1n);
    }
    // The order within a learner is the order in which it came in.
    for (let from = 0; from < taken.length; from += MOST_STATEMENTS) {
      const answers = taken.slice(from, from + MOST_STATEMENTS).map(({ learner, attempt }) => ({ learner, attempt }));
      await addJob(statementsJob, { answers }, {}, client);
    }
    await client.query('UPDATE told_until SET watermark = $2::xid8 WHERE place = $1', [place, next]);
    return taken.length;
  });
}

/** These attempts with whose they are. Who has no account, or is gone, is not told of. */
export async function attemptsToTell(
  answers: readonly Answered[],
  withNames: boolean,
): Promise<{ who: Told; attempt: ToldAttempt }[]> {
  const { rows } = await pool().query<ToldAttempt & { learnerId: string; name: string | null }>(
    `SELECT a.learner_id AS "learnerId", ${nameIf('$2')} AS name, a.id, a.item, a.received_at AS "receivedAt", ${earned} AS earned,
       ${possible} AS possible, a.withheld, a.sitting_id AS "sittingId", a.assignment_id AS "assignmentId"
     FROM ${gradedAttempts} JOIN learner l ON l.id = a.learner_id AND l.login IS NOT NULL
     WHERE (a.learner_id, a.id) IN (SELECT r.learner, r.attempt FROM jsonb_to_recordset($1) AS r(learner uuid, attempt uuid))
     ORDER BY a.received_at, a.id`,
    [JSON.stringify(answers), withNames],
  );
  return rows.map(({ learnerId, name, ...attempt }) => ({ who: { learnerId, name }, attempt }));
}

/** A run with whose it is and what it came to; null: it is no run of who has an account. */
export async function sittingToTell(
  learnerId: string,
  sittingId: string,
  withNames: boolean,
): Promise<{ who: Told; sitting: ToldSitting; acceptsUntil: Date | null } | null> {
  const { rows } = await pool().query<ToldSitting & { name: string | null; acceptsUntil: Date | null }>(
    `SELECT ${nameIf('$3')} AS name, s.id, s.kind, s.lesson, s.assignment_id AS "assignmentId", s.opened_at AS "openedAt", s.withheld,
       s.accepts_until AS "acceptsUntil",
       coalesce(s.handed_in_at, CASE WHEN clock_timestamp() > s.accepts_until THEN s.closes_at END) AS "endedAt",
       coalesce(sum(i.best), 0)::float8 AS earned, jsonb_array_length(s.items)::float8 AS possible, coalesce(bool_or(i.waits), false) AS waiting
     FROM sitting s JOIN learner l ON l.id = s.learner_id AND l.login IS NOT NULL
       LEFT JOIN LATERAL (SELECT max(${earned} / ${possible}) AS best, bool_or(${earned} IS NULL) AS waits FROM ${gradedAttempts}
         WHERE a.learner_id = s.learner_id AND a.sitting_id = s.id GROUP BY a.item) i ON true
     WHERE s.learner_id = $1 AND s.id = $2 GROUP BY l.id, s.learner_id, s.id`,
    [learnerId, sittingId, withNames],
  );
  const [row] = rows;
  if (!row) return null;
  const { name, acceptsUntil, ...sitting } = row;
  return { who: { learnerId, name }, sitting, acceptsUntil };
}

/** SQL: the name of `learner l`, if names are told ($n) and no class hides it. */
const nameIf = (isTold: string) =>
  `CASE WHEN ${isTold}::boolean AND NOT EXISTS (SELECT FROM enrolment e JOIN class c ON c.id = e.class_id
     WHERE e.learner_id = l.id AND c.is_pseudonymous) THEN l.name END`;

/** Which of these were not told of the learner yet. */
export async function notTold(learnerId: string, what: readonly string[]): Promise<string[]> {
  const { rows } = await pool().query<{ what: string }>(
    `SELECT w AS what FROM unnest($2::text[]) AS w
     WHERE NOT EXISTS (SELECT FROM told_statement t WHERE t.learner_id = $1 AND t.what = w)`,
    [learnerId, what],
  );
  return rows.map((row) => row.what);
}

/** Of who is still here. */
export async function noteReached(learnerId: string, what: readonly string[]): Promise<void> {
  await pool().query(
    `INSERT INTO told_statement (learner_id, what) SELECT l.id, w FROM learner l, unnest($2::text[]) AS w WHERE l.id = $1 ON CONFLICT DO NOTHING`,
    [learnerId, what],
  );
}
