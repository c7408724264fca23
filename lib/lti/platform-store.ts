import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { type Actor, audit } from '@/lib/audit/audit-store';
import { isUniqueViolation } from '@/lib/auth/unique-violation';
import { pool } from '@/lib/db/pool';
import { transaction } from '@/lib/db/transaction';
import { digestOf, newSecret } from '@/lib/lti/digest';
import type { NewPlatform, Platform } from '@/lib/lti/platform';

const columns = `p.id, p.name, p.issuer, p.client_id AS "clientId", p.auth_url AS "authUrl", p.token_url AS "tokenUrl", p.keys_url AS "keysUrl",
  p.token_audience AS "tokenAudience", p.takes_any_deployment AS "takesAnyDeployment"`;

/** The platforms with this issuer: one a client id. A school's own platform is its own issuer; hosted ones share one. */
export async function platformsOf(issuer: string): Promise<Platform[]> {
  const { rows } = await pool().query<Platform>(`SELECT ${columns} FROM lti_platform p WHERE p.issuer = $1`, [issuer]);
  return rows;
}

export async function findPlatform(id: string): Promise<Platform | null> {
  const { rows } = await pool().query<Platform>(`SELECT ${columns} FROM lti_platform p WHERE p.id = $1`, [id]);
  return rows[0] ?? null;
}

/** A platform as its administrator here sees it. */
export type ListedPlatform = Platform & {
  readonly deployments: readonly string[];
  readonly courses: number;
  readonly createdAt: Date;
};

export async function listPlatforms(): Promise<ListedPlatform[]> {
  const { rows } = await pool().query<ListedPlatform>(
    `SELECT ${columns}, p.created_at AS "createdAt",
       ARRAY(SELECT d.deployment_id FROM lti_deployment d WHERE d.platform_id = p.id ORDER BY d.created_at, d.deployment_id) AS deployments,
       (SELECT count(*)::int FROM lti_context c WHERE c.platform_id = p.id) AS courses
     FROM lti_platform p ORDER BY lower(p.name), p.id`,
  );
  return rows;
}

/** Its id; null: this issuer and client are registered already. */
export async function addPlatform(
  platform: NewPlatform,
  deployments: readonly string[],
  actor: Actor,
  how: 'by-hand' | 'registration' = 'by-hand',
  alongside: (client: PoolClient) => Promise<void> = async () => {},
): Promise<string | null> {
  const id = randomUUID();
  try {
    return await transaction(async (client) => {
      await alongside(client);
      await client.query(
        `INSERT INTO lti_platform (id, name, issuer, client_id, auth_url, token_url, keys_url, token_audience, takes_any_deployment, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          id,
          platform.name,
          platform.issuer,
          platform.clientId,
          platform.authUrl,
          platform.tokenUrl,
          platform.keysUrl,
          platform.tokenAudience,
          platform.takesAnyDeployment,
          actor.id ?? null,
        ],
      );
      await insertDeployments(client, id, deployments);
      const detail = { issuer: platform.issuer, clientId: platform.clientId, how };
      await audit({ actor, action: 'lti-platform-added', subject: id, detail }, client);
      return id;
    });
  } catch (error) {
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}

/** Its courses are no longer connected; classes, accounts and what was learned stay. False: there is no such platform. */
export function removePlatform(id: string, actor: Actor): Promise<boolean> {
  return transaction(async (client) => {
    const { rows } = await client.query<{ issuer: string; client_id: string }>(
      'DELETE FROM lti_platform WHERE id = $1 RETURNING issuer, client_id',
      [id],
    );
    const [row] = rows;
    if (!row) return false;
    const detail = { issuer: row.issuer, clientId: row.client_id };
    await audit({ actor, action: 'lti-platform-removed', subject: id, detail }, client);
    return true;
  });
}

/** Which installations within the platform are ours. False: there is no such platform. */
export function setDeployments(
  id: string,
  takesAny: boolean,
  deployments: readonly string[],
  actor: Actor,
): Promise<boolean> {
  return transaction(async (client) => {
    const { rowCount } = await client.query('UPDATE lti_platform SET takes_any_deployment = $2 WHERE id = $1', [
      id,
      takesAny,
    ]);
    if (rowCount !== 1) return false;
    await client.query('DELETE FROM lti_deployment WHERE platform_id = $1 AND NOT deployment_id = ANY($2)', [
      id,
      deployments,
    ]);
    await insertDeployments(client, id, deployments);
    await audit({ actor, action: 'lti-platform-changed', subject: id, detail: { takesAny, deployments } }, client);
    return true;
  });
}

/** Whether this deployment may launch; where any may, it is written down. */
export async function takesDeployment(platform: Platform, deploymentId: string): Promise<boolean> {
  const { rowCount } = await pool().query('SELECT FROM lti_deployment WHERE platform_id = $1 AND deployment_id = $2', [
    platform.id,
    deploymentId,
  ]);
  if (rowCount === 1 || !platform.takesAnyDeployment) return rowCount === 1;
  await insertDeployments(pool(), platform.id, [deploymentId]);
  return true;
}

async function insertDeployments(
  client: Pick<PoolClient, 'query'>,
  platformId: string,
  deployments: readonly string[],
): Promise<void> {
  await client.query(
    `INSERT INTO lti_deployment (platform_id, deployment_id) SELECT $1, d FROM unnest($2::text[]) AS d ON CONFLICT DO NOTHING`,
    [platformId, deployments],
  );
}

const INVITATION_DAYS = 7;

/** An address at which one platform may register itself within a week. Only its digest is kept. */
export async function invite(admin: Required<Actor>): Promise<string> {
  const token = newSecret();
  await transaction(async (client) => {
    await client.query(
      `INSERT INTO lti_invitation (token_digest, created_by, expires_at) VALUES ($1, $2, now() + make_interval(days => $3))`,
      [digestOf(token), admin.id, INVITATION_DAYS],
    );
    await audit({ actor: admin, action: 'lti-invited', subject: digestOf(token).slice(0, 8) }, client);
  });
  return token;
}

/** Who made the invitation, with the name they go by; null: it is none, was used, or is over. */
export async function invitedBy(token: string): Promise<Required<Actor> | null> {
  const { rows } = await pool().query<{ id: string; name: string }>(
    `SELECT l.id, coalesce(l.login, l.name, '') AS name FROM lti_invitation i JOIN learner l ON l.id = i.created_by
     WHERE i.token_digest = $1 AND i.used_at IS NULL AND i.expires_at > now() AND l.role = 'admin' AND l.suspended_at IS NULL`,
    [digestOf(token)],
  );
  return rows[0] ?? null;
}

/** Throws when another has used it meanwhile. */
export async function useInvitation(client: PoolClient, token: string): Promise<void> {
  const { rowCount } = await client.query(
    'UPDATE lti_invitation SET used_at = now() WHERE token_digest = $1 AND used_at IS NULL',
    [digestOf(token)],
  );
  if (rowCount !== 1) throw new Error('the invitation was used meanwhile');
}
