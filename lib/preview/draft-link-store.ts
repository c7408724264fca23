import type { SharedDraft } from '@/lib/access/preview';
import { isRole } from '@/lib/auth/role';
import { pool } from '@/lib/db/pool';
import type { DraftName } from './draft-token';

export type DraftLink = DraftName &
  Omit<SharedDraft, 'maker'> & { readonly makerName: string; readonly createdAt: Date };

const columns = `draft_link.learner_id AS "learnerId", draft_link.id, lesson, with_keys AS "withKeys", draft_link.created_at AS "createdAt",
  expires_at AS "expiresAt", revoked_at AS "revokedAt", coalesce(learner.name, learner.login, '') AS "makerName"`;

export async function insertDraftLink(
  { learnerId, id }: DraftName,
  { lesson, withKeys, days }: { lesson: string; withKeys: boolean; days: number },
): Promise<Date> {
  const { rows } = await pool().query<{ expiresAt: Date }>(
    `INSERT INTO draft_link (learner_id, id, lesson, with_keys, expires_at)
     VALUES ($1, $2, $3, $4, now() + make_interval(days => $5)) RETURNING expires_at AS "expiresAt"`,
    [learnerId, id, lesson, withKeys, days],
  );
  const [row] = rows;
  if (!row) throw new Error('a row that was inserted was not told');
  return row.expiresAt;
}

/** The link with its maker as they are now, and the database's own time. */
export async function findDraftLink({
  learnerId,
  id,
}: DraftName): Promise<{ link: SharedDraft & { makerName: string }; now: Date } | null> {
  const { rows } = await pool().query<DraftLink & { role: string; isGuest: boolean; now: Date }>(
    `SELECT ${columns}, learner.role, learner.login IS NULL AS "isGuest", now() AS now
     FROM draft_link JOIN learner ON learner.id = draft_link.learner_id
     WHERE draft_link.learner_id = $1 AND draft_link.id = $2`,
    [learnerId, id],
  );
  const [row] = rows;
  if (!row || !isRole(row.role)) return null;
  const { lesson, withKeys, expiresAt, revokedAt, makerName, isGuest, role, now } = row;
  return {
    link: { lesson, withKeys, expiresAt, revokedAt, makerName, maker: { learnerId, role, guest: isGuest } },
    now,
  };
}

/** Links that still open something, newest first: one lesson's, or everybody's. */
export async function openDraftLinks(lesson?: string): Promise<DraftLink[]> {
  const { rows } = await pool().query<DraftLink>(
    `SELECT ${columns} FROM draft_link JOIN learner ON learner.id = draft_link.learner_id
     WHERE revoked_at IS NULL AND expires_at > now() AND ($1::text IS NULL OR lesson = $1)
     ORDER BY draft_link.created_at DESC, draft_link.id LIMIT 200`,
    [lesson ?? null],
  );
  return rows;
}

/** Ends a link. False: there is none, or it has ended. */
export async function revokeDraftLink({ learnerId, id }: DraftName): Promise<boolean> {
  const { rowCount } = await pool().query(
    'UPDATE draft_link SET revoked_at = now() WHERE learner_id = $1 AND id = $2 AND revoked_at IS NULL AND expires_at > now()',
    [learnerId, id],
  );
  return rowCount === 1;
}
