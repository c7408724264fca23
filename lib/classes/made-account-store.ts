import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { derivedLogin, freeLogin } from '@/lib/classes/derived-login';

export type MadeAccount = {
  readonly name: string;
  /** What they sign in with: given, or derived from the name. */
  readonly login?: string | undefined;
  readonly email?: string | undefined;
};

/**
 * Accounts that a class's staff make for learners, without a password until a card or a mailed link is used. Whose they are is kept: only these
 * may be handed cards freely. Returns the learners' ids in the order given. Logins that are given must be free; the caller has looked.
 */
export async function makeAccounts(
  client: Pick<PoolClient, 'query'>,
  classId: string,
  accounts: readonly MadeAccount[],
): Promise<string[]> {
  const given = accounts.flatMap(({ login, email }) => [login ?? email ?? []].flat());
  const taken = new Set(given);
  const bases = [
    ...new Set(accounts.flatMap(({ name, login, email }) => (login || email ? [] : [derivedLogin(name)]))),
  ];
  const { rows } = await client.query<{ login: string }>(
    `SELECT l.login FROM unnest($1::text[]) AS base JOIN learner l ON l.login = base OR l.login LIKE replace(base, '_', '\\_') || '.%'`,
    [bases],
  );
  for (const { login } of rows) taken.add(login);
  const made = accounts.map(({ name, login, email }) => ({
    id: randomUUID(),
    name,
    email: email ?? null,
    login: login ?? email ?? freeLogin(derivedLogin(name), taken),
  }));
  await client.query(
    `INSERT INTO learner (id, login, email, name, role, made_by_class)
     SELECT id, login, email, name, 'learner', $1 FROM jsonb_to_recordset($2) AS new(id uuid, login text, email text, name text)`,
    [classId, JSON.stringify(made)],
  );
  return made.map(({ id }) => id);
}
