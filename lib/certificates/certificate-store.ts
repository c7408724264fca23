import type { Certificate, WithdrawnCertificate } from '@/lib/certificates/certificate';
import { pool } from '@/lib/db/pool';

const columns = `learner_id AS "learnerId", id, path, name, title, objectives, content_version AS "contentVersion",
  issued_at AS "issuedAt", revoked_at AS "revokedAt"`;

export type NewCertificate = Omit<Certificate, 'issuedAt' | 'revokedAt'>;

/** Issues a certificate; who holds a valid one of the path gets that one again. Null: there is no such account. */
export async function issueCertificate(it: NewCertificate): Promise<Certificate | null> {
  const { rows } = await pool().query<Certificate>(
    `WITH issued AS (
       INSERT INTO certificate (learner_id, id, path, name, title, objectives, content_version)
       SELECT learner.id, $2, $3, $4, $5, $6, $7 FROM learner WHERE learner.id = $1 AND learner.login IS NOT NULL
       ON CONFLICT (learner_id, path) WHERE revoked_at IS NULL DO NOTHING
       RETURNING *)
     SELECT ${columns} FROM issued UNION ALL
     SELECT ${columns} FROM certificate
     WHERE learner_id = $1 AND path = $3 AND revoked_at IS NULL AND NOT EXISTS (SELECT FROM issued)`,
    [it.learnerId, it.id, it.path, it.name, JSON.stringify(it.title), JSON.stringify(it.objectives), it.contentVersion],
  );
  return rows[0] ?? null;
}

/** For anyone who has its address. */
export async function findCertificate(id: string): Promise<Certificate | null> {
  const { rows } = await pool().query<Certificate>(`SELECT ${columns} FROM certificate WHERE id = $1`, [id]);
  return rows[0] ?? null;
}

export async function findWithdrawn(id: string): Promise<WithdrawnCertificate | null> {
  const { rows } = await pool().query<WithdrawnCertificate>(
    `SELECT id, path, issued_at AS "issuedAt", revoked_at AS "revokedAt" FROM withdrawn_certificate WHERE id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/** One learner's, the newest first; revoked ones too. */
export async function certificatesOf(learnerId: string): Promise<Certificate[]> {
  const { rows } = await pool().query<Certificate>(
    `SELECT ${columns} FROM certificate WHERE learner_id = $1 ORDER BY issued_at DESC, id`,
    [learnerId],
  );
  return rows;
}

/** Its holder takes it back: the address then says so. False: it is not theirs, or was revoked before. */
export async function revokeCertificate(learnerId: string, id: string): Promise<boolean> {
  const { rowCount } = await pool().query(
    'UPDATE certificate SET revoked_at = clock_timestamp() WHERE learner_id = $1 AND id = $2 AND revoked_at IS NULL',
    [learnerId, id],
  );
  return rowCount === 1;
}

/** Before an account is erased: its certificates' addresses go on saying that they were revoked, without saying whose they were. */
export async function withdrawCertificates(learnerId: string): Promise<void> {
  await pool().query(
    `INSERT INTO withdrawn_certificate (id, path, issued_at, revoked_at)
     SELECT id, path, issued_at, coalesce(revoked_at, clock_timestamp()) FROM certificate WHERE learner_id = $1
     ON CONFLICT DO NOTHING`,
    [learnerId],
  );
}
