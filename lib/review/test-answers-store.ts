import { randomUUID } from 'node:crypto';
import { pool } from '@/lib/db/pool';

/** An answer of the past, straight into the tables: the database's clock cannot be moved. */
export async function seedAnswer(given: {
  learnerId: string;
  item: string;
  at: Date;
  /** Of one point; null: deferred. */
  earned: number | null;
  help: number;
}): Promise<string> {
  const { learnerId, item, at, earned, help } = given;
  const id = randomUUID();
  await pool().query(
    `INSERT INTO attempt (learner_id, id, item, version, key_revision, ordinal, response, earned, possible, received_at, help)
     VALUES ($1, $2, $3, 'v', 1, CASE WHEN $4::float8 IS NULL THEN 0
       ELSE coalesce((SELECT tries FROM item_state WHERE learner_id = $1 AND item = $3), 0) + 1 END, '{}', $4, 1, $5, $6)`,
    [learnerId, id, item, earned, at, help],
  );
  if (earned !== null) await countTry(learnerId, item, earned, at);
  return id;
}

/** The grade of a deferred answer, long after. Null: it could not be graded, and no try was used. */
export async function gradeLate(given: {
  learnerId: string;
  attempt: string;
  item: string;
  earned: number | null;
}): Promise<void> {
  const { learnerId, attempt, item, earned } = given;
  await pool().query(
    'INSERT INTO grade (learner_id, attempt_id, key_revision, earned, possible) VALUES ($1, $2, 1, $3, 1)',
    [learnerId, attempt, earned],
  );
  if (earned !== null) await countTry(learnerId, item, earned, new Date());
}

async function countTry(learnerId: string, item: string, share: number, at: Date): Promise<void> {
  await pool().query(
    `INSERT INTO item_state AS s (learner_id, item, tries, best, last, last_at) VALUES ($1, $2, 1, $3, $3, $4)
     ON CONFLICT (learner_id, item) DO UPDATE SET
       tries = s.tries + 1, best = greatest(s.best, $3), last = $3, last_at = $4`,
    [learnerId, item, share, at],
  );
}
