import { randomUUID } from 'node:crypto';
import type { Assignment, FrozenCandidate } from '@/lib/attempts/assignment';
import { insertAssignment } from '@/lib/attempts/assignment-store';
import { type AssignedPolicy, policySchema } from '@/lib/attempts/policy';
import { pool } from '@/lib/db/pool';

/** A class with these learners in it. */
export async function testClass(learnerIds: readonly string[], groupName: string | null = null): Promise<string> {
  const id = randomUUID();
  await pool().query('INSERT INTO class (id, name) VALUES ($1, $2)', [id, 'TCP, Monday mornings']);
  await pool().query(
    'INSERT INTO enrolment (learner_id, class_id, group_name) SELECT learner, $2, $3 FROM unnest($1::uuid[]) AS learner',
    [learnerIds, id, groupName],
  );
  return id;
}

/** An assigned quiz's rules: three tries, declining credit, told at once. */
export function testPolicy(more: object = {}): AssignedPolicy {
  const policy = policySchema.parse({ kind: 'graded', tries: 3, credit: [1, 0.7, 0.4], feedback: 'now', ...more });
  if (policy.kind === 'door') throw new Error('nobody assigns a door');
  return policy;
}

/** An assignment that is open for an hour, set to a class. */
export async function testAssignment(
  classId: string,
  frozen: readonly FrozenCandidate[],
  more: Partial<Assignment> = {},
): Promise<Assignment> {
  const assignment: Assignment = {
    id: randomUUID(),
    classId,
    title: { en: 'Week 3', zh: '第三周' },
    policy: testPolicy(),
    selection: { kind: 'items', items: frozen.map(({ item }) => item) },
    frozen,
    opensAt: new Date(Date.now() - 60_000),
    dueAt: new Date(Date.now() + 3_600_000),
    frozenAt: new Date(),
    withdrawnAt: null,
    ...more,
  };
  await insertAssignment(assignment);
  return assignment;
}

/** More time for one learner, or for a group. */
export async function testExtension(
  assignmentId: string,
  more: { learnerId?: string; groupName?: string; dueAt?: Date; timeFactor?: number },
): Promise<void> {
  await pool().query(
    'INSERT INTO assignment_extension (assignment_id, id, learner_id, group_name, due_at, time_factor) VALUES ($1, $2, $3, $4, $5, $6)',
    [
      assignmentId,
      randomUUID(),
      more.learnerId ?? null,
      more.groupName ?? null,
      more.dueAt ?? null,
      more.timeFactor ?? 1,
    ],
  );
}
