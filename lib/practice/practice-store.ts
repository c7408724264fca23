import { pool } from '@/lib/db/pool';
import { transaction } from '@/lib/db/transaction';
import { onlyOne } from '@/lib/only-one';

/** What a token opens. Times are milliseconds since 1970. */
export type Practice = {
  readonly token: string;
  readonly learnerId: string;
  /** `{path}/{lesson}/{task}`, or '' on the lab's own page. */
  readonly item: string;
  readonly version: string;
  readonly seed: number;
  readonly openedAt: number;
  readonly expiresAt: number;
};

/** One request of a log: its place (from 1), when it came in milliseconds since the token was opened, and its bytes. */
export type LoggedRequest = { readonly number: number; readonly at: number; readonly request: Uint8Array };

export type NewExchange = LoggedRequest & { readonly token: string };

const columns = `token, learner_id AS "learnerId", item, version, seed::float8 AS seed,
  floor(extract(epoch FROM opened_at) * 1000)::float8 AS "openedAt", floor(extract(epoch FROM expires_at) * 1000)::float8 AS "expiresAt"`;

const hours = 24;

type Wanted = Pick<Practice, 'token' | 'learnerId' | 'item' | 'version' | 'seed'> & { readonly anew: boolean };

/**
 * The token that is open for this learner and task, or this new one: when there is none, when the open one is of another version or over, or
 * when the learner wants to begin anew. Of any number that ask at once, in any process, one opens it. Undefined: there is no such learner.
 */
export function openPractice({ token, learnerId, item, version, seed, anew }: Wanted): Promise<Practice | undefined> {
  return transaction(async (client) => {
    await client.query(
      `DELETE FROM practice WHERE learner_id = $1 AND item = $2 AND (version <> $3 OR expires_at <= clock_timestamp() OR $4)`,
      [learnerId, item, version, anew],
    );
    await client.query(
      `INSERT INTO practice (token, learner_id, item, version, seed, expires_at)
       SELECT $1, l.id, $3, $4, $5, clock_timestamp() + make_interval(hours => ${hours}) FROM learner l WHERE l.id = $2::uuid
       ON CONFLICT (learner_id, item) DO NOTHING`,
      [token, learnerId, item, version, seed],
    );
    const { rows } = await client.query<Practice>(
      `SELECT ${columns} FROM practice WHERE learner_id = $1 AND item = $2`,
      [learnerId, item],
    );
    return rows[0];
  });
}

export async function findPractice(token: string): Promise<Practice | undefined> {
  const { rows } = await pool().query<Practice>({
    name: 'find-practice',
    text: `SELECT ${columns} FROM practice WHERE token = $1`,
    values: [token],
  });
  return rows[0];
}

/** The practice that is open for a learner and a task. */
export async function findPracticeOf(learnerId: string, item: string): Promise<Practice | undefined> {
  const { rows } = await pool().query<Practice>(
    `SELECT ${columns} FROM practice WHERE learner_id = $1 AND item = $2 AND expires_at > clock_timestamp()`,
    [learnerId, item],
  );
  return rows[0];
}

/** What was asked of a token, after the first `after` requests. */
export async function findRequests(token: string, after = 0): Promise<LoggedRequest[]> {
  const { rows } = await pool().query<LoggedRequest>({
    name: 'find-practice-requests',
    text: 'SELECT number, at, request FROM practice_exchange WHERE token = $1 AND number > $2 ORDER BY number',
    values: [token, after],
  });
  return rows;
}

/** Nobody waits for the disk: a crash of the database may cost the last half second. */
const given = `(SELECT set_config('synchronous_commit', 'off', true)) AS quick,
  unnest($1::text[], $2::int[], $3::int[], $4::bytea[]) AS given (token, number, at, request)`;

/** There is a request at that place already; or there is no such token. */
const refusals = ['23505', '23503'];

/**
 * Writes down requests, each at its place. For each in its order: whether it is there now by this call; not, when there was one at that place before,
 * or when the token is gone. Almost always all of them are: a statement that lets each row fail by itself takes the database twice as long, and
 * comes after one that has failed.
 */
export async function storeRequests(rows: readonly NewExchange[]): Promise<boolean[]> {
  const values = [
    rows.map(({ token }) => token),
    rows.map(({ number }) => number),
    rows.map(({ at }) => at),
    rows.map(({ request }) => request),
  ];
  try {
    await pool().query({
      name: 'store-practice-requests',
      text: `INSERT INTO practice_exchange (token, number, at, request) SELECT given.* FROM ${given}`,
      values,
    });
    return rows.map(() => true);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && refusals.includes(String(error.code)))) throw error;
  }
  const { rows: stored } = await pool().query<{ token: string; number: number }>({
    name: 'store-practice-requests-singly',
    text: `INSERT INTO practice_exchange (token, number, at, request)
      SELECT given.* FROM ${given} JOIN practice USING (token) ON CONFLICT DO NOTHING RETURNING token, number`,
    values,
  });
  const there = new Set(stored.map(({ token, number }) => `${token} ${number}`));
  return rows.map(({ token, number }) => there.has(`${token} ${number}`));
}

/** Erases what is over, with its log. */
export async function sweepPractice(): Promise<void> {
  await pool().query('DELETE FROM practice WHERE expires_at < clock_timestamp()');
}

/** How many connections to the database have ended in this process, each of which may have been the end of the database. */
export function lostConnections(): number {
  return onlyOne('practice-connections', () => {
    const lost = { count: 0 };
    pool().on('remove', () => {
      lost.count += 1;
    });
    return lost;
  }).count;
}
