import { createHash, randomBytes } from 'node:crypto';
import type { PoolClient } from 'pg';
import { setPassword } from '@/lib/auth/learner-store';
import { revokeSessions } from '@/lib/auth/session-store';
import { pool } from '@/lib/db/pool';
import { transaction } from '@/lib/db/transaction';

/** An hour for a link that goes by mail; an instructor may hand one over on paper, so those last a day. */
export const MAILED_MINUTES = 60;
export const HANDED_MINUTES = 24 * 60;

/** Makes a one-use token. Only its digest is kept: who reads the table cannot use it. Older links of the learner end. */
export async function insertResetLink(learnerId: string, minutes: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await transaction(async (client) => {
    await endResetLinks(learnerId, client);
    await client.query(
      `INSERT INTO reset_link (token_digest, learner_id, expires_at) VALUES ($1, $2, now() + make_interval(mins => $3))`,
      [digest(token), learnerId, minutes],
    );
  });
  return token;
}

/** Links whose tokens the caller has made, one a learner: cards to be printed. Older links of these learners end. */
export async function insertResetLinks(
  client: Pick<PoolClient, 'query'>,
  links: readonly { readonly learnerId: string; readonly token: string }[],
  minutes: number,
): Promise<void> {
  const learners = links.map(({ learnerId }) => learnerId);
  await client.query('UPDATE reset_link SET used_at = now() WHERE learner_id = ANY($1::uuid[]) AND used_at IS NULL', [
    learners,
  ]);
  await client.query(
    `INSERT INTO reset_link (token_digest, learner_id, expires_at)
     SELECT token_digest, learner_id, now() + make_interval(mins => $3) FROM unnest($1::text[], $2::uuid[]) AS new(token_digest, learner_id)`,
    [links.map(({ token }) => digest(token)), learners, minutes],
  );
}

/** What was sent before a password or an address was changed opens nothing any more. */
export async function endResetLinks(learnerId: string, client: Pick<PoolClient, 'query'> = pool()): Promise<void> {
  await client.query('UPDATE reset_link SET used_at = now() WHERE learner_id = $1 AND used_at IS NULL', [learnerId]);
}

/** Whose link this is, while it can be used; looking does not use it up (mail programs open links to check them). */
export async function findResetLink(token: string): Promise<{ learnerId: string } | null> {
  const { rows } = await pool().query(
    `SELECT learner_id AS "learnerId" FROM reset_link WHERE token_digest = $1 AND used_at IS NULL AND expires_at > now()`,
    [digest(token)],
  );
  return rows[0] ?? null;
}

/** Uses the link up, sets the password and ends every session, all or nothing. Null: the link was used or is over. */
export function spendResetLink(
  token: string,
  passwordHash: string,
): Promise<{ learnerId: string; ended: string[] } | null> {
  return transaction(async (client) => {
    const { rows } = await client.query(
      `UPDATE reset_link SET used_at = now() WHERE token_digest = $1 AND used_at IS NULL AND expires_at > now()
       RETURNING learner_id AS "learnerId"`,
      [digest(token)],
    );
    const learnerId = rows[0]?.learnerId;
    if (typeof learnerId !== 'string') return null;
    await setPassword(client, learnerId, passwordHash);
    return { learnerId, ended: await revokeSessions(learnerId, null, client) };
  });
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
