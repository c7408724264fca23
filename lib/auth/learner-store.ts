import type { PoolClient } from 'pg';
import type { Login } from '@/lib/auth/login';
import type { Role } from '@/lib/auth/role';
import { insertSession, type NewSession } from '@/lib/auth/session-store';
import { pool } from '@/lib/db/pool';
import { transaction } from '@/lib/db/transaction';

/** What signing in and the account page need to know about someone who has signed up. */
export type Account = {
  readonly id: string;
  readonly name: string | null;
  readonly login: string;
  readonly email: string | null;
  readonly passwordHash: string | null;
  readonly role: Role;
  /** Shut out by an administrator. */
  readonly suspendedAt: Date | null;
};

const ACCOUNT = 'id, name, login, email, password_hash AS "passwordHash", role, suspended_at AS "suspendedAt"';

export async function insertGuest(session: NewSession): Promise<void> {
  await transaction(async (client) => {
    await client.query('INSERT INTO learner (id) VALUES ($1)', [session.learnerId]);
    await insertSession(client, session);
  });
}

/** The account that signs in with this name or address. An e-mail address may have been added to an account with a name. */
export async function findAccount({ kind, login }: Login): Promise<Account | null> {
  const column = kind === 'email' ? 'email' : 'login';
  const { rows } = await pool().query(`SELECT ${ACCOUNT} FROM learner WHERE ${column} = $1 AND login IS NOT NULL`, [
    login,
  ]);
  return rows[0] ?? null;
}

export async function findAccountById(id: string): Promise<Account | null> {
  const { rows } = await pool().query(`SELECT ${ACCOUNT} FROM learner WHERE id = $1 AND login IS NOT NULL`, [id]);
  return rows[0] ?? null;
}

export async function listAccounts(): Promise<Account[]> {
  const { rows } = await pool().query(`SELECT ${ACCOUNT} FROM learner WHERE login IS NOT NULL ORDER BY login`);
  return rows;
}

export type NewAccount = {
  readonly id: string;
  readonly login: string;
  readonly email: string | null;
  readonly name: string;
  readonly passwordHash: string | null;
  readonly role: Role;
};

/** False: the name or address is taken. */
export async function insertAccount(client: Pick<PoolClient, 'query'>, account: NewAccount): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO learner (id, login, email, name, password_hash, role) VALUES ($1, $2, $3, $4, $5, $6::"Role")
     ON CONFLICT DO NOTHING`,
    [account.id, account.login, account.email, account.name, account.passwordHash, account.role],
  );
  return rowCount === 1;
}

/** Gives a guest an account in place: attempts keep their learner. False: taken, or no longer a guest. */
export async function promoteGuest(client: Pick<PoolClient, 'query'>, account: NewAccount): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE learner SET login = $2, email = $3, name = $4, password_hash = $5
     WHERE id = $1 AND login IS NULL
       AND NOT EXISTS (SELECT FROM learner other WHERE other.login = $2 OR (other.email = $3 AND $3::text IS NOT NULL))`,
    [account.id, account.login, account.email, account.name, account.passwordHash],
  );
  return rowCount === 1;
}

export async function setName(id: string, name: string): Promise<void> {
  await pool().query('UPDATE learner SET name = $2 WHERE id = $1', [id, name]);
}

/** False: the address is taken. Who signs in by an e-mail address signs in by the new one. */
export async function setEmail(id: string, email: string | null): Promise<boolean> {
  const { rowCount } = await pool().query(
    `UPDATE learner SET email = $2, login = CASE WHEN login LIKE '%@%' AND $2 IS NOT NULL THEN $2 ELSE login END
     WHERE id = $1 AND NOT EXISTS (SELECT FROM learner other WHERE other.id <> $1 AND other.email = $2)`,
    [id, email],
  );
  return rowCount === 1;
}

export async function setPassword(client: Pick<PoolClient, 'query'>, id: string, passwordHash: string): Promise<void> {
  await client.query('UPDATE learner SET password_hash = $2 WHERE id = $1', [id, passwordHash]);
}

/** False: there is no such account. */
export async function setRole(id: string, role: Role): Promise<boolean> {
  const { rowCount } = await pool().query('UPDATE learner SET role = $2::"Role" WHERE id = $1', [id, role]);
  return rowCount === 1;
}
