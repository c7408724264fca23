import { randomUUID } from 'node:crypto';
import { classFor } from '@/lib/classes/class-for';
import type { ClassSeen } from '@/lib/classes/classroom';
import { pool } from '@/lib/db/pool';

/** Somebody with an account. */
export async function testPerson(): Promise<string> {
  const id = randomUUID();
  await pool().query('INSERT INTO learner (id, login) VALUES ($1, $2)', [id, `person-${id.slice(0, 8)}`]);
  return id;
}

/** A class in a time zone with an instructor and these learners, as the instructor stands in it. */
export async function testClassSeen(timeZone: string, learnerIds: readonly string[]): Promise<ClassSeen> {
  const [id, instructor] = [randomUUID(), await testPerson()];
  await pool().query('INSERT INTO class (id, name, time_zone) VALUES ($1, $2, $3)', [
    id,
    'TCP, Monday mornings',
    timeZone,
  ]);
  await pool().query("INSERT INTO enrolment (learner_id, class_id, role) VALUES ($1, $2, 'instructor')", [
    instructor,
    id,
  ]);
  await pool().query(
    'INSERT INTO enrolment (learner_id, class_id) SELECT learner, $2 FROM unnest($1::uuid[]) AS learner',
    [learnerIds, id],
  );
  const seen = await classFor({ learnerId: instructor, role: 'learner', guest: false }, id, 'assign:work');
  if (!seen) throw new Error('an instructor may assign work');
  return seen;
}

/** A form as a browser sends it; a list is sent as several values of one name. */
export function testForm(values: Readonly<Record<string, string | readonly string[]>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) for (const one of [value].flat()) form.append(name, String(one));
  return form;
}
