import { pool } from '@/lib/db/pool';

// What the product writes, it writes now. Here it is moved to where the story has it.

/** When something of a learner is to have happened. */
export type Moment = { readonly learnerId: string; readonly id: string; readonly at: Date };

/** Moves answers, and what was counted when they came in. */
export async function moveAttempts(moments: readonly Moment[]): Promise<void> {
  await pool().query(
    `UPDATE attempt a SET received_at = m.at, answered_at = m.at - interval '1 second'
     FROM json_to_recordset($1) AS m(learner_id uuid, id uuid, at timestamptz) WHERE a.learner_id = m.learner_id AND a.id = m.id`,
    [JSON.stringify(moments.map(({ learnerId, id, at }) => ({ learner_id: learnerId, id, at })))],
  );
  await pool().query(
    `UPDATE item_state s SET last_at = a.last_at
     FROM (SELECT learner_id, item, max(received_at) AS last_at FROM attempt WHERE ordinal > 0 GROUP BY learner_id, item) a
     WHERE a.learner_id = s.learner_id AND a.item = s.item AND s.learner_id = ANY($1::uuid[])`,
    [[...new Set(moments.map(({ learnerId }) => learnerId))]],
  );
}

/** What is folded of them is folded anew: it may have been looked at before it was moved. */
export async function touchFolds(learnerIds: readonly string[]): Promise<void> {
  await pool().query(
    'INSERT INTO fold_touch (learner_id, class_id) SELECT learner_id, class_id FROM enrolment WHERE learner_id = ANY($1::uuid[])',
    [learnerIds],
  );
}

type Told = { learnerId: string; item: string; version: string; number: number };

/** A hint counts for the attempt after it, which was stored in that order: only what is shown of it moves. */
export async function moveHelp({ learnerId, item, version, number }: Told, at: Date): Promise<void> {
  await pool().query(
    'UPDATE help SET first_at = $5 WHERE learner_id = $1 AND item = $2 AND version = $3 AND number = $4',
    [learnerId, item, version, number, at],
  );
}

/** After the last answer: what was told then was told at the time the story has it. */
export async function settleHelp(learnerIds: readonly string[]): Promise<void> {
  await pool().query('UPDATE help SET told_at = first_at WHERE learner_id = ANY($1::uuid[])', [learnerIds]);
}

export async function movePlace(learnerId: string, lesson: string, heading: string, at: Date, isDone: boolean) {
  await pool().query(
    `INSERT INTO place (learner_id, lesson, heading, at, done_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (learner_id, lesson) DO NOTHING`,
    [learnerId, lesson, heading, at, isDone ? at : null],
  );
}

/** They were last here when they last did something. */
export async function moveLastSeen(learnerIds: readonly string[], began: Date): Promise<void> {
  await pool().query(
    `UPDATE learner l SET created_at = $2, last_seen_at = coalesce(
       (SELECT max(received_at) + interval '3 minutes' FROM attempt a WHERE a.learner_id = l.id), $2)
     WHERE l.id = ANY($1::uuid[])`,
    [learnerIds, began],
  );
}

export async function moveReport(learnerId: string, id: string, at: Date): Promise<void> {
  await pool().query('UPDATE report SET reported_at = $3 WHERE learner_id = $1 AND id = $2', [learnerId, id, at]);
}

export async function moveAudit(id: string, at: Date): Promise<void> {
  await pool().query('UPDATE audit_event SET at = $2 WHERE id = $1', [id, at]);
}

/** Moves an assignment with everything that was done in it. */
export async function moveAssignment(id: string, byMs: number): Promise<void> {
  const by = byMs / 1000;
  await pool().query(
    `UPDATE assignment SET opens_at = opens_at + make_interval(secs => $2), due_at = due_at + make_interval(secs => $2),
       created_at = opens_at + make_interval(secs => $2) - interval '1 day' WHERE id = $1`,
    [id, by],
  );
  await pool().query(
    `UPDATE sitting SET due_at = due_at + make_interval(secs => $2), closes_at = closes_at + make_interval(secs => $2),
       accepts_until = accepts_until + make_interval(secs => $2),
       policy = jsonb_set(policy, '{endsAt}', to_jsonb((policy->>'endsAt')::timestamptz + make_interval(secs => $2)))
     WHERE assignment_id = $1`,
    [id, by],
  );
}

/** When one run was begun and handed in. */
export async function moveSitting({ learnerId, id, at }: Moment, handedIn: Date | null): Promise<void> {
  await pool().query('UPDATE sitting SET opened_at = $3, handed_in_at = $4 WHERE learner_id = $1 AND id = $2', [
    learnerId,
    id,
    at,
    handedIn,
  ]);
}
