import type { PoolClient } from 'pg';
import type { Assignment } from '@/lib/attempts/assignment';
import { type AssignmentRow, toAssignment } from '@/lib/attempts/assignment-store';
import { policySchema, timesOf } from '@/lib/attempts/policy';

/** The assignment, held against other changes until the transaction ends, and how many have begun it. */
export async function holdAssignment(
  client: PoolClient,
  classId: string,
  id: string,
): Promise<{ assignment: Assignment; runs: number; now: Date } | undefined> {
  const { rows } = await client.query<AssignmentRow & { now: Date }>(
    'SELECT *, clock_timestamp() AS now FROM assignment WHERE class_id = $1 AND id = $2 FOR UPDATE',
    [classId, id],
  );
  const [row] = rows;
  if (!row) return undefined;
  const counted = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM sitting WHERE assignment_id = $1', [
    id,
  ]);
  return { assignment: toAssignment(row), runs: counted.rows[0]?.n ?? 0, now: row.now };
}

export async function updateAssignment(client: PoolClient, { id, ...to }: Assignment): Promise<void> {
  await client.query(`UPDATE assignment SET title = $2, policy = $3, opens_at = $4, due_at = $5 WHERE id = $1`, [
    id,
    JSON.stringify(to.title),
    JSON.stringify(to.policy),
    to.opensAt,
    to.dueAt,
  ]);
}

/** Takes what is asked from the content of today. */
export async function updateFrozen(client: PoolClient, { id, selection, frozen }: Assignment): Promise<void> {
  await client.query('UPDATE assignment SET selection = $2, frozen = $3, frozen_at = now() WHERE id = $1', [
    id,
    JSON.stringify(selection),
    JSON.stringify(frozen),
  ]);
}

/** Nobody begins it any more, and what is open takes no more answers: handed in as it is. */
export async function withdrawAssignment(client: PoolClient, id: string): Promise<void> {
  await client.query('UPDATE assignment SET withdrawn_at = now() WHERE id = $1', [id]);
  await client.query(
    `UPDATE sitting SET closes_at = least(closes_at, now()), accepts_until = least(accepts_until, now())
     WHERE assignment_id = $1 AND handed_in_at IS NULL`,
    [id],
  );
}

type Run = { learner_id: string; id: string; rules: unknown; opened_at: Date; due_at: Date; time_factor: number };

/**
 * Sets the times of the runs that were opened already as if they were opened under what holds now: a later date, more time, or less again.
 * A run whose clock had run out goes on if there is time again; one that was handed in stays so.
 */
export async function retimeRuns(client: PoolClient, assignmentId: string): Promise<void> {
  const { rows } = await client.query<Run>(
    `SELECT s.learner_id, s.id, s.policy->'rules' AS rules, s.opened_at, greatest(a.due_at, max(x.due_at)) AS due_at,
       greatest(1, max(x.time_factor)) AS time_factor
     FROM sitting s JOIN assignment a ON a.id = s.assignment_id
       LEFT JOIN enrolment e ON e.class_id = a.class_id AND e.learner_id = s.learner_id
       LEFT JOIN assignment_extension x ON x.assignment_id = a.id AND (x.learner_id = s.learner_id OR x.group_name = e.group_name)
     WHERE s.assignment_id = $1 GROUP BY s.learner_id, s.id, s.policy, s.opened_at, a.due_at ORDER BY s.learner_id`,
    [assignmentId],
  );
  const times = rows.map((run) => {
    const window = { openedAt: run.opened_at, dueAt: run.due_at, timeFactor: run.time_factor };
    return { learner_id: run.learner_id, id: run.id, ...timesOf(policySchema.parse(run.rules), window) };
  });
  await client.query(
    `UPDATE sitting s SET due_at = r."dueAt", closes_at = r."closesAt", accepts_until = r."acceptsUntil",
       policy = jsonb_set(s.policy, '{endsAt}', to_jsonb(r."endsAt"))
     FROM json_to_recordset($1) AS r(learner_id uuid, id uuid, "dueAt" timestamptz, "closesAt" timestamptz, "acceptsUntil" timestamptz, "endsAt" text)
     WHERE s.learner_id = r.learner_id AND s.id = r.id`,
    [JSON.stringify(times)],
  );
}
