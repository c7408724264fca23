import type { PoolClient } from 'pg';
import { earned, gradedAttempts, possible } from '@/lib/attempts/graded-attempts-store';
import { lockAnswersOf } from '@/lib/auth/answer-lock-store';
import { transaction } from '@/lib/db/transaction';
import { type HeldCertificate, revokeAsUnfounded } from '@/lib/regrade/certificate-store';
import { isChanged, type NewGrade } from '@/lib/regrade/regrade';
import { lockLearner } from '@/lib/review/card-store';

/** Asked under the same locks, before the new grades count: the certificates that they take the ground from. */
type Unfounded = (client: PoolClient) => Promise<readonly HeldCertificate[]>;

export type StoredGrades = { readonly attempts: ReadonlySet<string>; readonly revoked: number };

/**
 * Puts one learner's new grades beside the old ones and throws away what followed from those: all of it or nothing. An attempt that has such a
 * grade by now, or a person's, is left alone. Under the lock of answers, so that what comes in meanwhile is counted before or
 * after; under the learner's row, so that no fold keeps what it read before.
 */
export function storeGrades(
  learnerId: string,
  grades: readonly NewGrade[],
  auditId: string,
  unfounded: Unfounded,
): Promise<StoredGrades> {
  return transaction(async (client) => {
    await lockAnswersOf(client, [learnerId]);
    if (!(await lockLearner(client, learnerId))) return { attempts: new Set<string>(), revoked: 0 };
    const certificates = await unfounded(client);
    const attempts = await insertGrades(client, learnerId, grades, auditId);
    const changed = grades.filter((grade) => attempts.has(grade.attemptId) && isChanged(grade));
    const items = [...new Set(changed.map(({ item }) => item))];
    if (items.length === 0) return { attempts, revoked: 0 };
    await countAgain(client, learnerId, items);
    await dropFolds(client, learnerId, items, changed);
    for (const { id } of certificates) await revokeAsUnfounded(client, learnerId, id);
    return { attempts, revoked: certificates.length };
  });
}

async function insertGrades(
  client: PoolClient,
  learnerId: string,
  grades: readonly NewGrade[],
  auditId: string,
): Promise<Set<string>> {
  const records = grades.map(({ attemptId, keyRevision, to, detail }) => ({
    id: attemptId,
    key_revision: keyRevision,
    ...to,
    detail,
  }));
  const { rows } = await client.query<{ id: string }>({
    name: 'regrade-store',
    text: `INSERT INTO grade (learner_id, attempt_id, key_revision, earned, possible, detail, credit, audit_id)
      SELECT $1, a.id, r.key_revision, r.earned, r.possible, r.detail,
        r.earned / r.possible * credit_factor(a.turn::int, s.credit, s.due_at, s.late_credit, a.received_at), $3
      FROM json_to_recordset($2) AS r(id uuid, key_revision int, earned float8, possible float8, detail jsonb)
        JOIN attempt a ON a.learner_id = $1 AND a.id = r.id
        LEFT JOIN sitting s ON s.learner_id = $1 AND s.id = a.sitting_id
      WHERE NOT EXISTS (SELECT FROM grade g WHERE g.learner_id = $1 AND g.attempt_id = a.id
        AND (g.graded_by IS NOT NULL OR g.key_revision > r.key_revision))
      ON CONFLICT DO NOTHING RETURNING attempt_id AS id`,
    values: [learnerId, JSON.stringify(records), auditId],
  });
  return new Set(rows.map(({ id }) => id));
}

/** Best and last share on these items. Tries stay: an answer that is graded again was one before. */
async function countAgain(client: PoolClient, learnerId: string, items: readonly string[]): Promise<void> {
  await client.query({
    name: 'regrade-item-states',
    text: `UPDATE item_state s SET best = coalesce(n.best, 0), last = coalesce(n.last, 0)
      FROM (SELECT a.item, max(${earned} / ${possible}) AS best,
          (array_agg(${earned} / ${possible} ORDER BY a.received_at DESC, a.id DESC))[1] AS last
        FROM ${gradedAttempts}
        WHERE a.learner_id = $1 AND a.item = ANY($2) AND ${earned} IS NOT NULL AND NOT a.withheld
        GROUP BY a.item) n
      WHERE s.learner_id = $1 AND s.item = n.item`,
    values: [learnerId, items],
  });
}

/**
 * Cards and their log are folded anew, from the first answer, on the learner's next look. A card knows an item by its name of today, which
 * may not be the one that was answered: the log says where that answer counts.
 */
export async function dropFolds(
  client: PoolClient,
  learnerId: string,
  items: readonly string[],
  changed: readonly Pick<NewGrade, 'attemptId'>[],
): Promise<void> {
  await client.query({
    name: 'regrade-drop-folds',
    text: `WITH dropped AS (
        DELETE FROM review_card WHERE learner_id = $1 AND (seen ?| $2::text[]
          OR card IN (SELECT card FROM review_log WHERE learner_id = $1 AND attempt_id = ANY($3::uuid[]))) RETURNING card)
      DELETE FROM review_log WHERE learner_id = $1 AND (card IN (SELECT card FROM dropped) OR item = ANY($2))`,
    values: [learnerId, items, changed.map(({ attemptId }) => attemptId)],
  });
}
