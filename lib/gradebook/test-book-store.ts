import { randomUUID } from 'node:crypto';
import type { ClassRole } from '@/lib/access/class-access';
import { testPolicy } from '@/lib/attempts/test-class-store';
import { testLearner } from '@/lib/attempts/test-learner-store';
import { classFor } from '@/lib/classes/class-for';
import type { ClassSeen } from '@/lib/classes/classroom';
import { pool } from '@/lib/db/pool';

/** A class that follows the first path, as somebody who teaches in it sees it. */
export async function testBook(role: ClassRole = 'instructor'): Promise<ClassSeen & { readonly classId: string }> {
  const classId = randomUUID();
  await pool().query("INSERT INTO class (id, name, paths) VALUES ($1, 'Networks', '{tcp-tls}')", [classId]);
  return { ...(await testStaff(classId, role)), classId };
}

/** One more who teaches in a class, and the class as they see it. */
export async function testStaff(classId: string, role: ClassRole = 'instructor'): Promise<ClassSeen> {
  const { learnerId } = await testLearner();
  await pool().query('UPDATE learner SET name = $2, login = $2 WHERE id = $1', [learnerId, `staff ${learnerId}`]);
  await pool().query('INSERT INTO enrolment (learner_id, class_id, role) VALUES ($1, $2, $3)', [
    learnerId,
    classId,
    role,
  ]);
  const seen = await classFor({ learnerId, role: 'learner', guest: false }, classId, 'view:gradebook');
  if (!seen) throw new Error('who teaches in a class does not see it');
  return seen;
}

/** A learner who is in these classes. */
export async function testMember(...classIds: readonly string[]): Promise<string> {
  const { learnerId } = await testLearner();
  for (const classId of classIds)
    await pool().query('INSERT INTO enrolment (learner_id, class_id) VALUES ($1, $2)', [learnerId, classId]);
  return learnerId;
}

export async function leave(learnerId: string, classId: string): Promise<void> {
  await pool().query('UPDATE enrolment SET left_at = now() WHERE learner_id = $1 AND class_id = $2', [
    learnerId,
    classId,
  ]);
}

/** Something set to a class, as far as a gradebook asks. */
export async function testWork(classId: string): Promise<string> {
  const id = randomUUID();
  await pool().query(
    `INSERT INTO assignment (id, class_id, title, policy, selection, frozen, opens_at, due_at)
     VALUES ($1, $2, '{"en": "Week 3"}', $3, '{"kind": "items", "items": ["tcp-tls/segment-format/q"]}', '[]', now() - interval '1 hour', now() + interval '1 hour')`,
    [id, classId, JSON.stringify(testPolicy())],
  );
  return id;
}

type Handed = {
  readonly item?: string;
  readonly assignment?: string;
  readonly earned?: number | null;
  readonly possible?: number;
  readonly version?: string;
  readonly response?: object;
};

/** An answer, straight into the table. */
export async function testAttempt(learnerId: string, more: Handed = {}): Promise<string> {
  const id = randomUUID();
  const {
    item = 'tcp-tls/segment-format/q',
    assignment = null,
    earned = 1,
    possible = 1,
    version = 'v',
    response = {},
  } = more;
  const detail = earned === null ? { received: true } : {};
  await pool().query(
    `INSERT INTO attempt (learner_id, id, item, version, key_revision, ordinal, response, earned, possible, assignment_id, detail)
     VALUES ($1, $2, $3, $4, 1, 1, $5, $6, $7, $8, $9)`,
    [learnerId, id, item, version, JSON.stringify(response), earned, possible, assignment, JSON.stringify(detail)],
  );
  return id;
}
