import type { PoolClient } from 'pg';
import { z } from 'zod';
import {
  type AssignedTo,
  type Assignment,
  type Extension,
  type NewAssignment,
  withExtensions,
} from '@/lib/attempts/assignment';
import { assignmentPolicySchema } from '@/lib/attempts/policy';
import { selectionSchema } from '@/lib/attempts/selection';
import { pool } from '@/lib/db/pool';
import type { Localized } from '@/lib/words/locale';

const frozenSchema = z.array(
  z.object({ item: z.string(), objective: z.string(), version: z.string(), keyRevision: z.int() }),
);
const titleSchema = z.object({ en: z.string().optional(), zh: z.string().optional() });

export type AssignmentRow = {
  id: string;
  class_id: string;
  title: unknown;
  policy: unknown;
  selection: unknown;
  frozen: unknown;
  opens_at: Date;
  due_at: Date;
  frozen_at: Date;
  withdrawn_at: Date | null;
};

type Row = AssignmentRow & {
  extensions: { dueAt: string | null; timeFactor: number }[];
  now: Date;
};

/** What was assigned to a learner of the class; undefined for everyone else, whatever they name. */
export async function findAssigned(
  learnerId: string,
  id: string,
): Promise<{ assigned: AssignedTo; now: Date } | undefined> {
  const { rows } = await pool().query<Row>(
    `SELECT a.*, clock_timestamp() AS now,
       coalesce((SELECT jsonb_agg(jsonb_build_object('dueAt', x.due_at, 'timeFactor', x.time_factor)) FROM assignment_extension x
         WHERE x.assignment_id = a.id AND (x.learner_id = e.learner_id OR x.group_name = e.group_name)), '[]') AS extensions
     FROM assignment a
       JOIN class c ON c.id = a.class_id AND c.archived_at IS NULL
       JOIN enrolment e ON e.class_id = a.class_id AND e.learner_id = $1 AND e.left_at IS NULL AND e.role = 'learner'
     WHERE a.id = $2`,
    [learnerId, id],
  );
  const [row] = rows;
  if (!row) return undefined;
  const extensions = row.extensions.map(
    ({ dueAt, timeFactor }): Extension => ({ dueAt: dueAt === null ? null : new Date(dueAt), timeFactor }),
  );
  return { assigned: withExtensions(toAssignment(row), extensions), now: row.now };
}

/** What a run of an assignment is called, and by which clocks its class lives. */
export async function findAssignmentHead(id: string): Promise<{ title: Localized; timeZone: string } | undefined> {
  const { rows } = await pool().query<{ title: unknown; time_zone: string }>(
    'SELECT a.title, c.time_zone FROM assignment a JOIN class c ON c.id = a.class_id WHERE a.id = $1',
    [id],
  );
  return rows[0] && { title: titleSchema.parse(rows[0].title), timeZone: rows[0].time_zone };
}

export async function insertAssignment(
  assignment: NewAssignment,
  client: Pick<PoolClient, 'query'> = pool(),
): Promise<void> {
  await client.query(
    `INSERT INTO assignment (id, class_id, title, policy, selection, frozen, opens_at, due_at, frozen_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, coalesce($9, now()))`,
    [
      assignment.id,
      assignment.classId,
      JSON.stringify(assignment.title),
      JSON.stringify(assignment.policy),
      JSON.stringify(assignment.selection),
      JSON.stringify(assignment.frozen),
      assignment.opensAt,
      assignment.dueAt,
      assignment.frozenAt ?? null,
    ],
  );
}

export function toAssignment(row: AssignmentRow): Assignment {
  return {
    id: row.id,
    classId: row.class_id,
    title: titleSchema.parse(row.title),
    policy: assignmentPolicySchema.parse(row.policy),
    selection: selectionSchema.parse(row.selection),
    frozen: frozenSchema.parse(row.frozen),
    opensAt: row.opens_at,
    dueAt: row.due_at,
    frozenAt: row.frozen_at,
    withdrawnAt: row.withdrawn_at,
  };
}
