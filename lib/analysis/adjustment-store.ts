import type { PoolClient } from 'pg';
import { correctedItems } from '@/lib/attempts/corrected-items-store';
import { bookedAttempts, earned, possible } from '@/lib/attempts/graded-attempts-store';
import { lockAnswersOf } from '@/lib/auth/answer-lock-store';
import { pool } from '@/lib/db/pool';
import { transaction } from '@/lib/db/transaction';
import type { Adjustment, BookedRun, Change, Correction } from './adjustment';

type Querier = Pick<PoolClient, 'query'>;

/** Everything the class has corrected about an item, the latest first. */
export async function adjustmentsOf(classId: string, item: string, client: Querier = pool()): Promise<Adjustment[]> {
  const { rows } = await client.query<Adjustment>(
    `SELECT i.number, i.kind, i.answer, i.made_at AS "madeAt", coalesce(l.name, l.login) AS "madeBy",
       EXISTS (SELECT FROM item_adjustment u WHERE u.class_id = i.class_id AND u.undoes = i.number) AS "isUndone"
     FROM item_adjustment i LEFT JOIN learner l ON l.id = i.made_by
     WHERE i.class_id = $1 AND i.item = $2 AND i.kind <> 'undo' ORDER BY i.number DESC`,
    [classId, item],
  );
  return rows;
}

/** Keeps two instructors from correcting in one class at the same moment: numbers are committed in their order. */
export async function lockCorrections(classId: string, client: Querier): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(1768841325, hashtext($1))', [classId]);
}

export async function insertAdjustment(
  client: Querier,
  made: { classId: string; item: string; change: Change; madeBy: string; auditId: string },
): Promise<void> {
  const { change } = made;
  await client.query(
    `INSERT INTO item_adjustment (class_id, item, kind, answer, undoes, made_by, audit_id) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      made.classId,
      made.item,
      change.kind,
      change.kind === 'accept' ? JSON.stringify(change.answer) : null,
      change.kind === 'undo' ? change.number : null,
      made.madeBy,
      made.auditId,
    ],
  );
}

/**
 * Every run of the class's assignments that asks the item: what its answers are worth now and by these corrections, and what the rest of the
 * run is worth. What would be done is reckoned by the very function that does it.
 */
export async function bookedRuns(
  classId: string,
  item: string,
  corrections: readonly Correction[],
): Promise<BookedRun[]> {
  const { rows } = await pool().query<BookedRun>({
    name: 'corrections-runs',
    text: `WITH corrected AS MATERIALIZED (${correctedItems('$1')})
      SELECT s.learner_id AS "learnerId", s.assignment_id AS assignment,
        coalesce(own.answers, '[]') AS answers, coalesce(rest.earned, 0)::float8 AS others, coalesce(rest.count, 0)::int AS "othersOf"
      FROM assignment w JOIN enrolment e ON e.class_id = $1 AND e.role = 'learner'
        JOIN sitting s ON s.learner_id = e.learner_id AND s.assignment_id = w.id
          AND s.items @> jsonb_build_array(jsonb_build_object('item', $2::text))
        LEFT JOIN LATERAL (
          SELECT jsonb_agg(jsonb_build_object('attempt', a.id, 'isByPerson', g.graded_by IS NOT NULL,
            'now', CASE WHEN ${earned} IS NOT NULL THEN coalesce(CASE WHEN g.attempt_id IS NULL THEN a.credit ELSE g.credit END, ${earned} / ${possible}) END,
            'then', CASE
              WHEN g.graded_by IS NOT NULL THEN coalesce(g.credit, g.earned / g.possible)
              WHEN is_given_credit($3::jsonb, a.response) THEN credit_given($3::jsonb, a)
              WHEN k.attempt_id IS NOT NULL THEN coalesce(k.credit, k.earned / k.possible)
              ELSE coalesce(a.credit, a.earned / a.possible) END) ORDER BY a.received_at, a.id) AS answers
          FROM ${bookedAttempts} LEFT JOIN LATERAL (
            SELECT attempt_id, earned, possible, credit FROM grade WHERE learner_id = a.learner_id AND attempt_id = a.id
              AND key_revision > 0 AND earned IS NOT NULL ORDER BY key_revision DESC LIMIT 1) k ON true
          WHERE a.learner_id = s.learner_id AND a.item = $2 AND a.sitting_id = s.id) own ON true
        LEFT JOIN LATERAL (
          SELECT count(*) AS count, sum(best) AS earned FROM (
            SELECT CASE WHEN c.is_full THEN 1 ELSE (
              SELECT max(coalesce(CASE WHEN g.attempt_id IS NULL THEN a.credit ELSE g.credit END, ${earned} / ${possible}))
              FROM ${bookedAttempts}
              WHERE a.learner_id = s.learner_id AND a.item = i->>'item' AND a.sitting_id = s.id) END AS best
            FROM jsonb_array_elements(s.items) AS i LEFT JOIN corrected c ON c.item = i->>'item'
            WHERE i->>'item' <> $2 AND c.is_dropped IS NOT TRUE) one) rest ON true
      WHERE w.class_id = $1
      ORDER BY s.learner_id, s.assignment_id`,
    values: [classId, item, JSON.stringify(corrections)],
  });
  return rows;
}

/** Who has answered the item in an assignment of the class. */
export async function learnersToCorrect(classId: string, item: string): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>({
    name: 'corrections-learners',
    text: `SELECT DISTINCT a.learner_id AS id FROM enrolment e JOIN attempt a ON a.learner_id = e.learner_id AND a.item = $2
        JOIN assignment w ON w.id = a.assignment_id AND w.class_id = $1
      WHERE e.class_id = $1 ORDER BY 1`,
    values: [classId, item],
  });
  return rows.map(({ id }) => id);
}

/**
 * Books the class's corrections on one learner's answers: all of it or nothing, under the lock of answers, so that what comes in meanwhile is
 * corrected here or as it is stored. A grade without points takes an earlier one back. Doing it twice comes to the same.
 */
export function bookCorrections(classId: string, item: string, learnerId: string): Promise<number> {
  return transaction(async (client) => {
    await lockAnswersOf(client, [learnerId]);
    const { rowCount } = await client.query({
      name: 'corrections-book',
      text: `INSERT INTO grade (learner_id, attempt_id, key_revision, earned, possible, detail, credit, audit_id)
        SELECT a.learner_id, a.id, -c.last, CASE WHEN given THEN a.possible END, a.possible, a.detail,
          CASE WHEN given THEN credit_given(c.corrections, a) END, (SELECT audit_id FROM item_adjustment WHERE class_id = $1 AND number = c.last)
        FROM attempt a JOIN assignment w ON w.id = a.assignment_id AND w.class_id = $1
          CROSS JOIN corrections_of($1, $2) AS c
          CROSS JOIN LATERAL (SELECT is_given_credit(c.corrections, a.response) AS given) judged
          LEFT JOIN LATERAL (SELECT earned FROM grade WHERE learner_id = a.learner_id AND attempt_id = a.id AND key_revision < 0
            ORDER BY key_revision LIMIT 1) before ON true
        WHERE a.learner_id = $3 AND a.item = $2 AND c.last IS NOT NULL AND given <> (before.earned IS NOT NULL)
        ON CONFLICT DO NOTHING`,
      values: [classId, item, learnerId],
    });
    return rowCount ?? 0;
  });
}
