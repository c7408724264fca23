import type { PoolClient } from 'pg';
import type { ClassRole } from '@/lib/access/class-access';
import { type Actor, audit } from '@/lib/audit/audit-store';
import { MOST_GROUPS } from '@/lib/classes/class-name';
import { transaction } from '@/lib/db/transaction';

/** Who is changed: members of this class alone; ids of others are as good as none. */
type Chosen = { readonly classId: string; readonly learnerIds: readonly string[]; readonly actor: Actor };

/** How many were changed; `last-instructor`: nobody would be left who may decide anything, so nothing was done. */
export type RosterChange = number | 'last-instructor';

export function setClassRole({ classId, learnerIds, actor }: Chosen, role: ClassRole): Promise<RosterChange> {
  return underLock(classId, async (client) => {
    const { rows } = await client.query<{ learner_id: string; was: string }>(
      `UPDATE enrolment e SET role = $3::"ClassRole" FROM enrolment old
       WHERE e.class_id = $1 AND e.learner_id = ANY($2::uuid[]) AND e.left_at IS NULL AND e.role <> $3::"ClassRole"
         AND old.class_id = e.class_id AND old.learner_id = e.learner_id
       RETURNING e.learner_id, old.role AS was`,
      [classId, learnerIds, role],
    );
    for (const { learner_id, was } of rows)
      await audit(
        { actor, action: 'role-in-class-changed', subject: learner_id, classId, detail: { from: was, to: role } },
        client,
      );
    return rows.length;
  });
}

/** Takes members out. What they did stays theirs, and is there again when they come back. */
export function removeMembers({ classId, learnerIds, actor }: Chosen): Promise<RosterChange> {
  return underLock(classId, async (client) => {
    const removed = await leave(client, classId, learnerIds);
    for (const subject of removed) await audit({ actor, action: 'learner-removed', subject, classId }, client);
    return removed.length;
  });
}

/** Somebody leaves by themselves. */
export function leaveClass(learnerId: string, classId: string): Promise<RosterChange> {
  return underLock(classId, async (client) => (await leave(client, classId, [learnerId])).length);
}

async function leave(client: PoolClient, classId: string, learnerIds: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ learner_id: string }>(
    'UPDATE enrolment SET left_at = now() WHERE class_id = $1 AND learner_id = ANY($2::uuid[]) AND left_at IS NULL RETURNING learner_id',
    [classId, learnerIds],
  );
  return rows.map(({ learner_id }) => learner_id);
}

class LastInstructor extends Error {}

/** One change of a class's people at a time; one that would leave it without an instructor is undone. */
async function underLock(classId: string, change: (client: PoolClient) => Promise<number>): Promise<RosterChange> {
  try {
    return await transaction(async (client) => {
      await client.query('SELECT FROM class WHERE id = $1 FOR UPDATE', [classId]);
      const before = await instructorsOf(client, classId);
      const changed = await change(client);
      // A class that never had one (made on the command line, kept by an administrator) may stay so.
      if (before > 0 && (await instructorsOf(client, classId)) === 0) throw new LastInstructor();
      return changed;
    });
  } catch (error) {
    if (error instanceof LastInstructor) return 'last-instructor';
    throw error;
  }
}

async function instructorsOf(client: PoolClient, classId: string): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM enrolment WHERE class_id = $1 AND role = 'instructor' AND left_at IS NULL`,
    [classId],
  );
  return rows[0]?.n ?? 0;
}

/** Puts members into a group, which is made if need be; null: into none. */
export function setGroup({ classId, learnerIds, actor }: Chosen, group: string | null): Promise<number | 'too-many'> {
  return transaction(async (client) => {
    if (group !== null && !(await addGroup(client, classId, group))) return 'too-many';
    const { rowCount } = await client.query(
      `UPDATE enrolment SET group_name = $3 WHERE class_id = $1 AND learner_id = ANY($2::uuid[]) AND left_at IS NULL
         AND group_name IS DISTINCT FROM $3`,
      [classId, learnerIds, group],
    );
    if (rowCount) {
      const detail = { group, learners: rowCount };
      await audit({ actor, action: 'group-changed', subject: classId, classId, detail }, client);
    }
    return rowCount ?? 0;
  });
}

export function makeGroup(classId: string, group: string, actor: Actor): Promise<'made' | 'too-many'> {
  return transaction(async (client) => {
    if (!(await addGroup(client, classId, group))) return 'too-many';
    await audit({ actor, action: 'group-changed', subject: classId, classId, detail: { made: group } }, client);
    return 'made';
  });
}

/** A group takes its extensions along to its new name; the name of another group joins the two. */
export async function renameGroup(classId: string, from: string, to: string, actor: Actor): Promise<void> {
  if (from === to) return;
  await transaction(async (client) => {
    await client.query(
      `UPDATE class SET groups = ARRAY(SELECT DISTINCT CASE WHEN name = $2 THEN $3 ELSE name END FROM unnest(array_append(groups, $2::text)) AS name ORDER BY 1)
       WHERE id = $1`,
      [classId, from, to],
    );
    await client.query('UPDATE enrolment SET group_name = $3 WHERE class_id = $1 AND group_name = $2', [
      classId,
      from,
      to,
    ]);
    await client.query(
      `UPDATE assignment_extension x SET group_name = $3 FROM assignment a
       WHERE a.id = x.assignment_id AND a.class_id = $1 AND x.group_name = $2`,
      [classId, from, to],
    );
    await audit({ actor, action: 'group-changed', subject: classId, classId, detail: { from, to } }, client);
  });
}

/** Dissolves a group: its members are in none, and what it was given ends. */
export async function dropGroup(classId: string, group: string, actor: Actor): Promise<void> {
  await transaction(async (client) => {
    await client.query('UPDATE class SET groups = array_remove(groups, $2) WHERE id = $1', [classId, group]);
    await client.query('UPDATE enrolment SET group_name = NULL WHERE class_id = $1 AND group_name = $2', [
      classId,
      group,
    ]);
    await client.query(
      `DELETE FROM assignment_extension x USING assignment a WHERE a.id = x.assignment_id AND a.class_id = $1 AND x.group_name = $2`,
      [classId, group],
    );
    await audit({ actor, action: 'group-changed', subject: classId, classId, detail: { dropped: group } }, client);
  });
}

/** False: the class has as many groups as it may. */
async function addGroup(client: PoolClient, classId: string, group: string): Promise<boolean> {
  await client.query(
    `UPDATE class SET groups = array_append(groups, $2::text) WHERE id = $1 AND NOT $2 = ANY(groups) AND cardinality(groups) < $3`,
    [classId, group, MOST_GROUPS],
  );
  const { rows } = await client.query('SELECT FROM class WHERE id = $1 AND $2 = ANY(groups)', [classId, group]);
  return rows.length === 1;
}
