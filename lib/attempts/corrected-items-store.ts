import { pool } from '@/lib/db/pool';

/** SQL: the items of a class's graded work that count for nobody, or in full for everybody (lib/analysis/adjustment); `classId`: where its id stands. */
export const correctedItems = (classId: string) => `SELECT i.item, bool_or(i.kind = 'drop') AS is_dropped,
    bool_or(i.kind = 'full-credit') AS is_full
  FROM item_adjustment i WHERE i.class_id = ${classId} AND i.kind IN ('drop', 'full-credit')
    AND NOT EXISTS (SELECT FROM item_adjustment u WHERE u.class_id = i.class_id AND u.undoes = i.number)
  GROUP BY i.item`;

export type CorrectedItem = { readonly item: string; readonly isDropped: boolean; readonly isFull: boolean };

/** What the class of an assignment has corrected of what it asks. */
export async function correctedIn(assignmentId: string): Promise<Map<string, CorrectedItem>> {
  const { rows } = await pool().query<CorrectedItem>({
    name: 'corrected-in-assignment',
    text: `SELECT item, is_dropped AS "isDropped", is_full AS "isFull"
      FROM (${correctedItems('(SELECT class_id FROM assignment WHERE id = $1)')}) c`,
    values: [assignmentId],
  });
  return new Map(rows.map((row) => [row.item, row]));
}
