import { randomInt, randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { type Actor, audit } from '@/lib/audit/audit-store';
import { isUniqueViolation } from '@/lib/auth/unique-violation';
import type { Classroom } from '@/lib/classes/classroom';
import { enrol } from '@/lib/classes/enrol-store';
import { newJoinCode } from '@/lib/classes/join-code';
import { pool } from '@/lib/db/pool';
import { transaction } from '@/lib/db/transaction';

export type CopyPlan = {
  readonly name: string;
  /** Staff of the class who are in the copy too, in the roles they have. */
  readonly staff: readonly string[];
  readonly withGroups: boolean;
};

/** What else is copied in the same transaction: the assignments, which this room knows nothing of. */
type Alongside = (client: PoolClient, from: string, to: string) => Promise<unknown>;

/**
 * A class like this one, without its learners: settings, rules of joining under a new code, the groups' names, staff by choice. Whoever copies
 * is its instructor. Returns the copy's id.
 */
export async function copyClass(
  from: Classroom,
  plan: CopyPlan,
  maker: Required<Actor>,
  alongside: Alongside,
): Promise<string> {
  for (let tries = 1; ; tries++) {
    try {
      return await transaction((client) => copyIn(client, from, plan, maker, alongside));
    } catch (error) {
      if (tries === 5 || !isUniqueViolation(error)) throw error;
    }
  }
}

async function copyIn(
  client: PoolClient,
  from: Classroom,
  plan: CopyPlan,
  maker: Required<Actor>,
  alongside: Alongside,
): Promise<string> {
  const id = randomUUID();
  await client.query(
    `INSERT INTO class (id, name, made_by, time_zone, locale, paths, is_pseudonymous, join_code, join_cap, join_approves, groups)
     SELECT $2, $3, $4, time_zone, locale, paths, is_pseudonymous, $5, join_cap, join_approves, CASE WHEN $6 THEN groups ELSE '{}' END
     FROM class WHERE id = $1`,
    [from.id, id, plan.name, maker.id, newJoinCode(randomInt), plan.withGroups],
  );
  const { rows } = await client.query<{ learner_id: string; role: 'assistant' | 'instructor' }>(
    `SELECT learner_id, role FROM enrolment
     WHERE class_id = $1 AND learner_id = ANY($2::uuid[]) AND learner_id <> $3 AND role <> 'learner' AND left_at IS NULL`,
    [from.id, plan.staff, maker.id],
  );
  const staff = rows.map(({ learner_id, role }) => ({ learnerId: learner_id, role }));
  await enrol(client, id, [{ learnerId: maker.id, role: 'instructor' }, ...staff], 'staff');
  await alongside(client, from.id, id);
  await audit({ actor: maker, action: 'class-copied', subject: id, classId: id, detail: { from: from.id } }, client);
  return id;
}

/** The day from which the dates of a class are counted: when the first thing was set, or else when it was made. */
export async function firstMomentOf(classId: string): Promise<Date | undefined> {
  const { rows } = await pool().query<{ at: Date }>(
    `SELECT coalesce((SELECT min(opens_at) FROM assignment WHERE class_id = c.id AND withdrawn_at IS NULL), c.created_at) AS at
     FROM class c WHERE c.id = $1`,
    [classId],
  );
  return rows[0]?.at;
}
