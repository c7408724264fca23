import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { GivenExtension } from '@/lib/assignments/extension';
import { memberNameColumns, memberOrder } from '@/lib/classes/display-name';
import { pool } from '@/lib/db/pool';

type Row = {
  id: string;
  learner_id: string | null;
  name: string | null;
  pseudonym: string | null;
  group_name: string | null;
  due_at: Date | null;
  time_factor: number;
};

/** What was given in an assignment of this class, groups first. */
export async function extensionsOf(classId: string, assignmentId: string): Promise<GivenExtension[]> {
  const { rows } = await pool().query<Row>(
    `SELECT x.id, x.learner_id, x.group_name, x.due_at, x.time_factor, ${memberNameColumns}
     FROM assignment a JOIN class c ON c.id = a.class_id JOIN assignment_extension x ON x.assignment_id = a.id
       LEFT JOIN enrolment e ON e.class_id = c.id AND e.learner_id = x.learner_id LEFT JOIN learner l ON l.id = x.learner_id
     WHERE a.class_id = $1 AND a.id = $2 ORDER BY x.learner_id IS NOT NULL, lower(x.group_name), ${memberOrder}, x.id`,
    [classId, assignmentId],
  );
  return rows.map((row) => ({
    id: row.id,
    learner: row.learner_id === null ? null : { id: row.learner_id, name: row.name, pseudonym: row.pseudonym },
    group: row.group_name,
    dueAt: row.due_at,
    timeFactor: row.time_factor,
  }));
}

type Given = { learnerId: string | null; groupName: string | null; dueAt: Date | null; timeFactor: number };

/** False: there is no such learner or group in the class. */
export async function giveExtension(
  client: PoolClient,
  classId: string,
  assignmentId: string,
  given: Given,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO assignment_extension (assignment_id, id, learner_id, group_name, due_at, time_factor)
     SELECT a.id, $3, $4, $5, $6, $7 FROM assignment a JOIN class c ON c.id = a.class_id WHERE a.class_id = $1 AND a.id = $2
       AND ($5::text = ANY(c.groups) OR EXISTS (SELECT FROM enrolment e WHERE e.class_id = $1 AND e.left_at IS NULL AND e.role = 'learner'
         AND (e.learner_id = $4::uuid OR e.group_name = $5)))`,
    [classId, assignmentId, randomUUID(), given.learnerId, given.groupName, given.dueAt, given.timeFactor],
  );
  return rowCount === 1;
}

export async function takeExtension(client: PoolClient, assignmentId: string, id: string): Promise<boolean> {
  const { rowCount } = await client.query('DELETE FROM assignment_extension WHERE assignment_id = $1 AND id = $2', [
    assignmentId,
    id,
  ]);
  return rowCount === 1;
}

export async function countExtensions(client: PoolClient, assignmentId: string): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM assignment_extension WHERE assignment_id = $1',
    [assignmentId],
  );
  return rows[0]?.n ?? 0;
}
