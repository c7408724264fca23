import type { PoolClient } from 'pg';
import { isRole } from '@/lib/auth/role';
import { type SessionClaims, sessionSeconds } from '@/lib/auth/session-token';
import { pool } from '@/lib/db/pool';

// Sessions live by the database's clock, which Prisma cannot name: plain SQL.

/** One browser in the list of a learner's sessions. */
export type SessionRow = {
  readonly id: string;
  readonly browser: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
};

/** Present claims of a session that is neither revoked nor over. */
export async function findSession(learnerId: string, sessionId: string): Promise<SessionClaims | null> {
  const { rows } = await pool().query({
    name: 'auth_find_session',
    text: `SELECT learner.name, learner.role::text AS role, learner.login IS NULL AS guest, session.forget_on_leave AS leave
           FROM session JOIN learner ON learner.id = session.learner_id
           WHERE session.learner_id = $1 AND session.id = $2 AND session.revoked_at IS NULL AND session.expires_at > now()
             AND learner.suspended_at IS NULL`,
    values: [learnerId, sessionId],
  });
  const row = rows[0];
  if (!row || !isRole(row.role)) return null;
  return {
    learnerId,
    sessionId,
    guest: row.guest,
    role: row.role,
    ...(row.name ? { name: row.name } : {}),
    ...(row.leave ? { forgetOnLeave: true } : {}),
  };
}

export type NewSession = { learnerId: string; sessionId: string; browser: string; forgetOnLeave: boolean };

/** Of who is suspended a session is dead from its beginning, whichever way they came in. */
export async function insertSession(client: PoolClient, session: NewSession): Promise<void> {
  await client.query(
    // Whoever signs in is here; who was made a moment ago in this transaction is so anyway.
    `WITH seen AS (UPDATE learner SET last_seen_at = now() WHERE id = $1 AND last_seen_at < now())
     INSERT INTO session (learner_id, id, expires_at, browser, forget_on_leave, revoked_at)
     VALUES ($1, $2, now() + make_interval(secs => $3), $4, $5, (SELECT suspended_at FROM learner WHERE id = $1))`,
    [
      session.learnerId,
      session.sessionId,
      sessionSeconds(session.forgetOnLeave),
      session.browser,
      session.forgetOnLeave,
    ],
  );
}

/** Moves the end of a session that is in use; false when it is dead. */
export async function extendSession(claims: SessionClaims): Promise<boolean> {
  const { rowCount } = await pool().query(
    `WITH seen AS (UPDATE learner SET last_seen_at = now() WHERE id = $1)
     UPDATE session SET last_seen_at = now(), expires_at = now() + make_interval(secs => $3)
     WHERE learner_id = $1 AND id = $2 AND revoked_at IS NULL AND expires_at > now()`,
    [claims.learnerId, claims.sessionId, sessionSeconds(claims.forgetOnLeave ?? false)],
  );
  return rowCount === 1;
}

export async function revokeSession(learnerId: string, sessionId: string): Promise<void> {
  await pool().query('UPDATE session SET revoked_at = now() WHERE learner_id = $1 AND id = $2 AND revoked_at IS NULL', [
    learnerId,
    sessionId,
  ]);
}

/** Revokes all sessions of a learner, but one if it is named. Returns the ids of those that ended. */
export async function revokeSessions(
  learnerId: string,
  except: string | null,
  client: Pick<PoolClient, 'query'> = pool(),
): Promise<string[]> {
  const { rows } = await client.query(
    `UPDATE session SET revoked_at = now()
     WHERE learner_id = $1 AND revoked_at IS NULL AND ($2::uuid IS NULL OR id <> $2) RETURNING id`,
    [learnerId, except],
  );
  return rows.map((row) => row.id);
}

export async function listSessions(learnerId: string): Promise<SessionRow[]> {
  const { rows } = await pool().query(
    `SELECT id, browser, created_at AS "createdAt", last_seen_at AS "lastSeenAt" FROM session
     WHERE learner_id = $1 AND revoked_at IS NULL AND expires_at > now() ORDER BY last_seen_at DESC, id`,
    [learnerId],
  );
  return rows;
}
