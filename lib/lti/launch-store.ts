import { randomUUID } from 'node:crypto';
import { pool } from '@/lib/db/pool';
import { digestOf, newSecret } from '@/lib/lti/digest';
import { type Launch, launchSchema } from '@/lib/lti/launch';

/** From the platform asking to its token coming back. */
const LOGIN_MINUTES = 10;
/** From the token to the window, and then for what is asked there. */
const TICKET_MINUTES = 10;
const ASKING_MINUTES = 60;

/** Begins a launch: what its token must bring back. */
export async function insertLogin(
  platformId: string,
  targetLinkUri: string,
): Promise<{ state: string; nonce: string }> {
  const [state, nonce] = [newSecret(), newSecret()];
  await pool().query(
    `INSERT INTO lti_login (state_digest, nonce, platform_id, target_link_uri, expires_at)
     VALUES ($1, $2, $3, $4, now() + make_interval(mins => $5))`,
    [digestOf(state), nonce, platformId, targetLinkUri, LOGIN_MINUTES],
  );
  return { state, nonce };
}

export type Login = {
  readonly stateDigest: string;
  readonly nonce: string;
  readonly platformId: string;
  readonly targetLinkUri: string;
};

/** Once: whoever comes second with the same state has nothing. */
export async function takeLogin(state: string): Promise<Login | null> {
  const { rows } = await pool().query<Login & { isOpen: boolean }>(
    `DELETE FROM lti_login WHERE state_digest = $1
     RETURNING state_digest AS "stateDigest", nonce, platform_id AS "platformId", target_link_uri AS "targetLinkUri", expires_at > now() AS "isOpen"`,
    [digestOf(state)],
  );
  const [row] = rows;
  return row?.isOpen ? row : null;
}

/** A launch that was verified, waiting for its window. Returns the ticket, whose digest alone is kept. */
export async function insertLaunch(platformId: string, stateDigest: string, launch: Launch): Promise<string> {
  const ticket = newSecret();
  await pool().query(
    `INSERT INTO lti_launch (id, ticket_digest, state_digest, platform_id, launch, expires_at)
     VALUES ($1, $2, $3, $4, $5, now() + make_interval(mins => $6))`,
    [randomUUID(), digestOf(ticket), stateDigest, platformId, JSON.stringify(launch), TICKET_MINUTES],
  );
  return ticket;
}

export type KeptLaunch = {
  readonly id: string;
  readonly stateDigest: string;
  readonly platformId: string;
  /** Whose it is, once it was opened. */
  readonly learnerId: string | null;
  readonly launch: Launch;
};

export async function findLaunch(ticket: string): Promise<KeptLaunch | null> {
  const { rows } = await pool().query(
    `SELECT id, state_digest AS "stateDigest", platform_id AS "platformId", learner_id AS "learnerId", launch
     FROM lti_launch WHERE ticket_digest = $1 AND expires_at > now()`,
    [digestOf(ticket)],
  );
  const [row] = rows;
  const launch = launchSchema.safeParse(row?.launch);
  return row && launch.success ? { ...row, launch: launch.data } : null;
}

/** Opens the launch for this learner. False: somebody has. */
export async function takeLaunch(id: string, learnerId: string): Promise<boolean> {
  const { rowCount } = await pool().query(
    `UPDATE lti_launch SET learner_id = $2, used_at = now(), expires_at = now() + make_interval(mins => $3)
     WHERE id = $1 AND used_at IS NULL AND expires_at > now()`,
    [id, learnerId, ASKING_MINUTES],
  );
  return rowCount === 1;
}

/** What was asked for was given: nobody gets it twice. False: somebody has. */
export async function closeLaunch(id: string): Promise<boolean> {
  const { rowCount } = await pool().query(
    'UPDATE lti_launch SET used_at = now(), expires_at = now() WHERE id = $1 AND used_at IS NULL AND expires_at > now()',
    [id],
  );
  return rowCount === 1;
}

/** What was never opened, or was long ago: it names people. */
export async function sweepLaunches(): Promise<void> {
  await pool().query('DELETE FROM lti_login WHERE expires_at < now()');
  await pool().query('DELETE FROM lti_launch WHERE expires_at < now()');
  await pool().query("DELETE FROM lti_invitation WHERE expires_at < now() - interval '30 days'");
}
