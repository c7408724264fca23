import { randomInt } from 'node:crypto';
import type { PoolClient } from 'pg';
import { newPseudonym } from '@/lib/classes/pseudonym';

/** So many pseudonyms that nobody in the class has or had, under the class's lock. */
export async function freePseudonyms(
  client: Pick<PoolClient, 'query'>,
  classId: string,
  count: number,
): Promise<string[]> {
  const tried = new Set<string>();
  const free: string[] = [];
  // Drawn first and looked up then: in a large class for one who joins this reads a handful of rows, not all.
  while (free.length < count) {
    const drawn = Array.from({ length: count - free.length }, () => newPseudonym(tried, randomInt));
    const { rows } = await client.query<{ pseudonym: string }>(
      'SELECT pseudonym FROM enrolment WHERE class_id = $1 AND pseudonym = ANY($2::text[])',
      [classId, drawn],
    );
    const taken = new Set(rows.map(({ pseudonym }) => pseudonym));
    free.push(...drawn.filter((pseudonym) => !taken.has(pseudonym)));
  }
  return free;
}

/** Gives a pseudonym to whoever came into the class without one. */
export async function namePseudonymless(client: Pick<PoolClient, 'query'>, classId: string): Promise<void> {
  await client.query('SELECT FROM class WHERE id = $1 FOR UPDATE', [classId]);
  const { rows } = await client.query<{ learner_id: string }>(
    'SELECT learner_id FROM enrolment WHERE class_id = $1 AND pseudonym IS NULL',
    [classId],
  );
  const learners = rows.map(({ learner_id }) => learner_id);
  if (learners.length === 0) return;
  await client.query(
    `UPDATE enrolment e SET pseudonym = new.pseudonym FROM unnest($2::uuid[], $3::text[]) AS new(learner_id, pseudonym)
     WHERE e.class_id = $1 AND e.learner_id = new.learner_id`,
    [classId, learners, await freePseudonyms(client, classId, learners.length)],
  );
}
