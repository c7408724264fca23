import type { PoolClient } from 'pg';
import { pool } from '@/lib/db/pool';

/** A sign-in at another place, as that place names it. Never matched by e-mail: an address proves nothing about an account here. */
export type ExternalId = { readonly provider: string; readonly subject: string };

export async function findExternal({ provider, subject }: ExternalId): Promise<{ learnerId: string } | null> {
  const { rows } = await pool().query(
    'SELECT learner_id AS "learnerId" FROM external_account WHERE provider = $1 AND subject = $2',
    [provider, subject],
  );
  return rows[0] ?? null;
}

/** Throws a unique violation when it belongs to somebody already. */
export async function insertExternal(
  external: ExternalId,
  learnerId: string,
  client: Pick<PoolClient, 'query'> = pool(),
): Promise<void> {
  await client.query('INSERT INTO external_account (provider, subject, learner_id) VALUES ($1, $2, $3)', [
    external.provider,
    external.subject,
    learnerId,
  ]);
}

export async function listExternals(learnerId: string): Promise<string[]> {
  const { rows } = await pool().query('SELECT provider FROM external_account WHERE learner_id = $1 ORDER BY provider', [
    learnerId,
  ]);
  return rows.map((row) => String(row.provider));
}
