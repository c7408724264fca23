import type { PoolClient } from 'pg';
import { z } from 'zod';
import { creditOf, type Policy, policySchema, type RunTimes, triesOf, withholds } from '@/lib/attempts/policy';
import type { FrozenItem, Sitting } from '@/lib/attempts/sitting';
import { lockAnswersOf } from '@/lib/auth/answer-lock-store';
import { pool } from '@/lib/db/pool';
import { transaction } from '@/lib/db/transaction';

const itemsSchema = z.array(
  z.object({ item: z.string(), version: z.string(), keyRevision: z.int(), draw: z.string().nullable() }),
);

type Row = {
  learner_id: string;
  id: string;
  lesson: string | null;
  assignment_id: string | null;
  policy: { rules: unknown; endsAt: string | null };
  items: unknown;
  opened_at: Date;
  due_at: Date | null;
  closes_at: Date | null;
  accepts_until: Date | null;
  handed_in_at: Date | null;
  last_due_at: Date | null;
  now: Date;
};

/** A sitting, and what the database's clock says: the two are only ever compared with each other. */
export type SittingRead = { sitting: Sitting; now: Date };

/** `last_due_at`: who was given more time, after this run was opened too, is still answering. */
const columns = `learner_id, id, lesson, assignment_id, policy, items, opened_at, due_at, closes_at, accepts_until, handed_in_at,
  (SELECT greatest(a.due_at, max(x.due_at)) FROM assignment a LEFT JOIN assignment_extension x ON x.assignment_id = a.id
   WHERE a.id = sitting.assignment_id GROUP BY a.id) AS last_due_at,
  clock_timestamp() AS now`;

type Querier = Pick<PoolClient, 'query'>;

export async function findSitting(learnerId: string, id: string): Promise<SittingRead | undefined> {
  const { rows } = await pool().query<Row>(`SELECT ${columns} FROM sitting WHERE learner_id = $1 AND id = $2`, [
    learnerId,
    id,
  ]);
  return rows[0] && toRead(rows[0]);
}

/** Does some run of this learner ask the item? */
export async function isAskedOf(learnerId: string, item: string): Promise<boolean> {
  const { rowCount } = await pool().query(
    `SELECT FROM sitting WHERE learner_id = $1 AND items @> jsonb_build_array(jsonb_build_object('item', $2::text)) LIMIT 1`,
    [learnerId, item],
  );
  return rowCount === 1;
}

/** A learner's sittings among these ids, for showing many attempts at once. */
export async function findSittings(learnerId: string, ids: readonly string[]): Promise<Map<string, SittingRead>> {
  if (ids.length === 0) return new Map();
  const { rows } = await pool().query<Row>(
    `SELECT ${columns} FROM sitting WHERE learner_id = $1 AND id = ANY($2::uuid[])`,
    [learnerId, ids],
  );
  return new Map(rows.map((row) => [row.id, toRead(row)]));
}

/** A door is resumed while it is open; the one run of an assignment is found again for ever. */
export type RunOf = { lesson: string } | { assignment: string };

export type NewSitting = {
  id: string;
  policy: Policy;
  items: readonly FrozenItem[];
  seed: string;
  times(openedAt: Date): RunTimes;
};

export async function findRun(
  learnerId: string,
  of: RunOf,
  client: Querier = pool(),
): Promise<SittingRead | undefined> {
  const where = 'lesson' in of ? "kind = 'door' AND lesson = $2 AND handed_in_at IS NULL" : 'assignment_id = $2';
  const { rows } = await client.query<Row>(
    `SELECT ${columns} FROM sitting WHERE learner_id = $1 AND ${where} ORDER BY opened_at DESC LIMIT 1`,
    [learnerId, 'lesson' in of ? of.lesson : of.assignment],
  );
  return rows[0] && toRead(rows[0]);
}

/** Opens a run, or finds the one that another device has just opened. It begins at the database's own moment. */
export function openRun(learnerId: string, of: RunOf, made: NewSitting): Promise<SittingRead> {
  return transaction(async (client) => {
    await lockAnswersOf(client, [learnerId]);
    const open = await findRun(learnerId, of, client);
    if (open) return open;
    const clock = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    const openedAt = clock.rows[0]?.now ?? new Date(Number.NaN);
    const times = made.times(openedAt);
    const { policy } = made;
    const { rows } = await client.query<Row>(
      `INSERT INTO sitting (learner_id, id, kind, lesson, assignment_id, policy, tries, credit, withheld, items, seed, opened_at,
         due_at, late_credit, closes_at, accepts_until)
       SELECT id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16 FROM learner WHERE id = $1
       RETURNING ${columns}`,
      [
        learnerId,
        made.id,
        policy.kind,
        'lesson' in of ? of.lesson : null,
        'assignment' in of ? of.assignment : null,
        JSON.stringify({ rules: policy, endsAt: times.endsAt }),
        triesOf(policy),
        creditOf(policy),
        withholds(policy),
        JSON.stringify(made.items),
        made.seed,
        openedAt,
        times.dueAt,
        policy.kind === 'door' ? 1 : policy.late.credit,
        times.closesAt,
        times.acceptsUntil,
      ],
    );
    if (!rows[0]) throw new Error(`there is no learner ${learnerId} to open a sitting for`);
    return toRead(rows[0]);
  });
}

/** Hands in. No answer slips in afterwards: the lock is the one under which answers are stored. Twice is once. */
export function handIn(learnerId: string, id: string): Promise<SittingRead | undefined> {
  return transaction(async (client) => {
    await lockAnswersOf(client, [learnerId]);
    await client.query(
      `UPDATE sitting SET handed_in_at = clock_timestamp()
       WHERE learner_id = $1 AND id = $2 AND handed_in_at IS NULL AND clock_timestamp() <= coalesce(accepts_until, 'infinity')`,
      [learnerId, id],
    );
    const { rows } = await client.query<Row>(`SELECT ${columns} FROM sitting WHERE learner_id = $1 AND id = $2`, [
      learnerId,
      id,
    ]);
    return rows[0] && toRead(rows[0]);
  });
}

function toRead(row: Row): SittingRead {
  const policy = policySchema.parse(row.policy.rules);
  return {
    now: row.now,
    sitting: {
      learnerId: row.learner_id,
      id: row.id,
      kind: policy.kind,
      lesson: row.lesson,
      assignment: row.assignment_id,
      policy,
      items: itemsSchema.parse(row.items),
      openedAt: row.opened_at,
      dueAt: row.due_at,
      closesAt: row.closes_at,
      acceptsUntil: row.accepts_until,
      handedInAt: row.handed_in_at,
      endsAt: endOf(policy, row),
    },
  };
}

/** When the last of the class could end. */
function endOf(policy: Policy, { policy: { endsAt }, last_due_at: lastDueAt }: Row): Date | null {
  if (endsAt === null || policy.kind === 'door') return null;
  const lastEnd = lastDueAt ? lastDueAt.getTime() + policy.late.hours * 3_600_000 : 0;
  return new Date(Math.max(new Date(endsAt).getTime(), lastEnd));
}
