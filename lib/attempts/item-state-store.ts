import { pool } from '@/lib/db/pool';

/** A learner's standing on one item, as the statement that stores answers keeps it. */
export type ItemState = { item: string; tries: number; best: number; last: number; lastAt: Date };

export async function itemStatesOf(learnerId: string): Promise<ItemState[]> {
  const { rows } = await pool().query<ItemState>({
    name: 'item-states',
    text: 'SELECT item, tries, best, last, last_at AS "lastAt" FROM item_state WHERE learner_id = $1',
    values: [learnerId],
  });
  return rows;
}
