import { z } from 'zod';
import { pool } from '@/lib/db/pool';
import { transaction } from '@/lib/db/transaction';
import { addJob } from '@/lib/jobs/job-store';
import { lineItemJob, scoreJob } from '@/lib/lti/outside-jobs';
import type { ToldScore } from '@/lib/lti/score';

/** A link whose scores are told, with where. */
export type ScoredLink = {
  readonly id: string;
  readonly platformId: string;
  readonly classId: string;
  readonly resourceLinkId: string;
  readonly title: string;
  readonly target: string | null;
  readonly lineItemsUrl: string | null;
  readonly lineItemUrl: string | null;
  readonly scopes: readonly string[];
};

const linkColumns = `k.id, c.platform_id AS "platformId", c.class_id AS "classId", k.resource_link_id AS "resourceLinkId", k.title, k.target,
  k.line_items_url AS "lineItemsUrl", k.line_item_url AS "lineItemUrl", k.scopes`;

/** Of a class that goes on. */
export async function scoredLink(id: string): Promise<ScoredLink | null> {
  const { rows } = await pool().query<ScoredLink>(
    `SELECT ${linkColumns} FROM lti_link k JOIN lti_context c ON c.id = k.context JOIN class s ON s.id = c.class_id
     WHERE k.id = $1 AND s.archived_at IS NULL`,
    [id],
  );
  return rows[0] ?? null;
}

const toldSchema = z.object({
  share: z.number().nullable(),
  activityProgress: z.enum(['Initialized', 'InProgress', 'Submitted', 'Completed']),
  gradingProgress: z.enum(['NotReady', 'Pending', 'PendingManual', 'FullyGraded']),
});

export type Watched = { readonly subject: string; readonly sent: ToldScore | null; readonly sentAt: Date | null };

/** What was told last of a learner who is in the class; null: they have left, or are not watched. */
export async function watchedScore(linkId: string, learnerId: string): Promise<Watched | null> {
  const { rows } = await pool().query<{ subject: string; sent: unknown; sentAt: Date | null }>(
    `SELECT w.subject, w.sent, w.sent_at AS "sentAt" FROM lti_score w JOIN lti_link k ON k.id = w.link JOIN lti_context c ON c.id = k.context
       JOIN enrolment e ON e.class_id = c.class_id AND e.learner_id = w.learner_id AND e.left_at IS NULL AND e.role = 'learner'
     WHERE w.link = $1 AND w.learner_id = $2`,
    [linkId, learnerId],
  );
  const [row] = rows;
  return row ? { ...row, sent: toldSchema.nullable().catch(null).parse(row.sent) } : null;
}

/** Before it is told: the next one is later, even if nobody learns whether this one came. */
export async function noteTimestamp(linkId: string, learnerId: string, at: Date): Promise<void> {
  await pool().query('UPDATE lti_score SET sent_at = $3 WHERE link = $1 AND learner_id = $2', [linkId, learnerId, at]);
}

export async function noteTold(linkId: string, learnerId: string, score: ToldScore): Promise<void> {
  await pool().query('UPDATE lti_score SET sent = $3 WHERE link = $1 AND learner_id = $2', [
    linkId,
    learnerId,
    JSON.stringify(score),
  ]);
}

export async function keepLineItem(linkId: string, url: string | null): Promise<void> {
  await pool().query('UPDATE lti_link SET line_item_url = $2 WHERE id = $1', [linkId, url]);
}

/** When the last learner of the class can hand in an assignment, extensions included. */
export async function lastDueOf(assignmentId: string): Promise<Date | null> {
  const { rows } = await pool().query<{ at: Date }>(
    `SELECT greatest(a.due_at, max(x.due_at)) AS at FROM assignment a LEFT JOIN assignment_extension x ON x.assignment_id = a.id
     WHERE a.id = $1 GROUP BY a.id, a.due_at`,
    [assignmentId],
  );
  return rows[0]?.at ?? null;
}

/** Longer than any transaction that stores work may last: what it stores may be dated before the look and be seen after it. */
const OVERLAP = "interval '25 seconds'";

/**
 * Asks for a score to be told wherever a watched learner's work, or what was decided about it, has changed since the last look; and for a line
 * item where scores have none yet. Of several processes one looks. Returns how many scores were asked for.
 */
export function lookForScores(): Promise<number> {
  return transaction(async (client) => {
    const { rows: held } = await client.query<{ ours: boolean }>(
      "SELECT pg_try_advisory_xact_lock(hashtext('lti scores')) AS ours",
    );
    if (!held[0]?.ours) return 0;
    const { rows: bare } = await client.query<{ id: string }>(
      `SELECT DISTINCT k.id FROM lti_link k JOIN lti_score w ON w.link = k.id
       WHERE k.line_item_url IS NULL AND k.line_items_url IS NOT NULL AND k.target IS NOT NULL`,
    );
    for (const { id } of bare) await addJob(lineItemJob, { link: id }, { key: id }, client);
    const { rows } = await client.query<{ link: string; learner: string }>(
      `UPDATE lti_score w SET looked_at = now() - ${OVERLAP}
       FROM lti_link k, lti_context c, class s
       WHERE k.id = w.link AND c.id = k.context AND s.id = c.class_id AND s.archived_at IS NULL
         AND k.line_item_url IS NOT NULL AND k.target IS NOT NULL AND (
           EXISTS (SELECT FROM attempt a WHERE a.learner_id = w.learner_id AND a.received_at > w.looked_at)
           OR EXISTS (SELECT FROM place p WHERE p.learner_id = w.learner_id AND p.done_at > w.looked_at)
           OR EXISTS (SELECT FROM sitting t WHERE t.learner_id = w.learner_id
             AND (t.handed_in_at > w.looked_at OR t.accepts_until BETWEEN w.looked_at AND now()))
           OR EXISTS (SELECT FROM grade g WHERE g.learner_id = w.learner_id AND g.graded_at > w.looked_at)
           OR EXISTS (SELECT FROM grade_override o WHERE o.learner_id = w.learner_id AND o.class_id = c.class_id AND o.decided_at > w.looked_at))
       RETURNING w.link, w.learner_id AS learner`,
    );
    for (const { link, learner } of rows)
      await addJob(scoreJob, { link, learner }, { key: `${link}/${learner}` }, client);
    return rows.length;
  });
}
