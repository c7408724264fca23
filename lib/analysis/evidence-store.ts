import { earned, gradedAttempts, possible } from '@/lib/attempts/graded-attempts-store';
import { pool } from '@/lib/db/pool';

/** An item's name of today, and every id under which its answers are stored. */
export type StoredItem = { readonly item: string; readonly stored: readonly string[] };

/** What one learner of the class did on one item of the lesson. */
export type LearnerItem = {
  readonly learnerId: string;
  readonly item: string;
  /** Millionths; null while nothing of theirs is graded. */
  readonly first: number | null;
  readonly best: number;
  readonly last: number;
  readonly tries: number;
  readonly waiting: number;
  /** Help that was told before the first attempt: 0 none, 1 a hint, 2 the solution. */
  readonly help: number;
  /** Of the first graded attempt. */
  readonly response: unknown;
  readonly detail: unknown;
  readonly receivedAt: Date | null;
  /** The answer before the first one, to whatever item; or when its sitting or draw was opened, if that was later. */
  readonly before: Date | null;
  readonly landmarks: readonly string[];
};

/**
 * Everything the learners of a class ever answered to these items, an entry for each learner and item: from the attempts themselves, so that what
 * is kept ready elsewhere can be held against it.
 */
export async function learnerItems(classId: string, items: readonly StoredItem[]): Promise<LearnerItem[]> {
  const names = items.flatMap(({ item, stored }) => stored.map((id) => ({ item, stored: id })));
  const { rows } = await pool().query<LearnerItem>({
    name: 'analysis-evidence',
    text: `WITH named AS MATERIALIZED (SELECT * FROM json_to_recordset($2) AS r(item text, stored text)),
      member AS MATERIALIZED (SELECT learner_id FROM enrolment WHERE class_id = $1 AND role = 'learner' AND left_at IS NULL),
      answer AS MATERIALIZED (
        SELECT a.learner_id, n.item, a.id, a.received_at, a.response, a.help, a.draw_id, a.sitting_id,
          coalesce(g.detail, a.detail) AS detail, round((${earned} / ${possible} * 1000000)::numeric)::int AS share
        FROM member m JOIN (${gradedAttempts}) ON a.learner_id = m.learner_id JOIN named n ON n.stored = a.item
        WHERE a.item = ANY($3) AND (a.assignment_id IS NULL
          OR EXISTS (SELECT FROM assignment w WHERE w.id = a.assignment_id AND w.class_id = $1))
      ), opening AS (
        SELECT DISTINCT ON (learner_id, item) * FROM answer WHERE share IS NOT NULL ORDER BY learner_id, item, received_at, id
      ), sum AS (
        SELECT learner_id, item, max(share) AS best, (array_agg(share ORDER BY received_at DESC, id DESC) FILTER (WHERE share IS NOT NULL))[1] AS last,
          count(share)::int AS tries, count(*) FILTER (WHERE share IS NULL)::int AS waiting,
          coalesce(array_agg(DISTINCT detail->>'landmark') FILTER (WHERE detail ? 'landmark'), '{}') AS landmarks
        FROM answer GROUP BY learner_id, item
      )
      SELECT s.learner_id AS "learnerId", s.item, o.share AS first, coalesce(s.best, 0) AS best, coalesce(s.last, 0) AS last,
        s.tries, s.waiting, coalesce(o.help, 0)::int AS help, o.response, o.detail, o.received_at AS "receivedAt", s.landmarks,
        greatest(
          (SELECT max(p.received_at) FROM attempt p WHERE p.learner_id = o.learner_id AND (p.received_at, p.id) < (o.received_at, o.id)),
          (SELECT r.opened_at FROM sitting r WHERE r.learner_id = o.learner_id AND r.id = o.sitting_id),
          (SELECT d.opened_at FROM draw d WHERE d.learner_id = o.learner_id AND d.id = o.draw_id)) AS before
      FROM sum s LEFT JOIN opening o USING (learner_id, item)
      ORDER BY s.learner_id, s.item`,
    values: [classId, JSON.stringify(names), names.map(({ stored }) => stored)],
  });
  return rows;
}
