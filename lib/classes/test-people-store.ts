import { randomUUID } from 'node:crypto';
import type { Role } from '@/lib/auth/role';
import { makeClass } from '@/lib/classes/change-class-store';
import type { ClassPlan } from '@/lib/classes/class-plan';
import { findClassSeen } from '@/lib/classes/class-store';
import type { Classroom } from '@/lib/classes/classroom';
import { pool } from '@/lib/db/pool';

export type TestPerson = { readonly id: string; readonly name: string };

/** Somebody with an account. */
export async function testPerson(name: string, more: { role?: Role; email?: string } = {}): Promise<TestPerson> {
  const id = randomUUID();
  await pool().query('INSERT INTO learner (id, login, name, email, role) VALUES ($1, $2, $3, $4, $5::"Role")', [
    id,
    more.email ?? `${name.toLowerCase()}.${id.slice(0, 8)}`,
    name,
    more.email ?? null,
    more.role ?? 'learner',
  ]);
  return { id, name };
}

export const testPlan: ClassPlan = {
  name: 'Networks, Tuesdays',
  timeZone: 'Europe/Berlin',
  locale: 'en',
  paths: [],
  isPseudonymous: false,
};

/** A class with its instructor. */
export async function testTaughtClass(
  more: Partial<ClassPlan> = {},
): Promise<{ mara: TestPerson; classroom: Classroom; code: string }> {
  const mara = await testPerson('Mara', { role: 'instructor' });
  const id = await makeClass({ ...testPlan, ...more }, mara);
  const classroom = await classroomOf(id);
  return { mara, classroom, code: classroom.join.code ?? '' };
}

export async function classroomOf(id: string): Promise<Classroom> {
  const seen = await findClassSeen(randomUUID(), id);
  if (!seen) throw new Error(`there is no class ${id}`);
  return seen.classroom;
}

/** What is written down of a class, the oldest first. */
export async function actionsIn(classId: string): Promise<string[]> {
  const { rows } = await pool().query<{ action: string }>(
    'SELECT action FROM audit_event WHERE class_id = $1 ORDER BY at',
    [classId],
  );
  return rows.map(({ action }) => action);
}
