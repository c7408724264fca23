import type { PoolClient } from 'pg';
import type { ScreenSort } from '@/lib/gradebook/screen';

type Client = Pick<PoolClient, 'query'>;

/** Between two fences; and who has fewer learners needs none. */
export const fenceStep = 512;
/** In a class that changes all the time fences may be off by who has moved since: for so long. */
const freshSeconds = 15;

/** What each order is by, in `class_standing` (`s`) and in a fence (`f`). */
export const orders: Readonly<Record<ScreenSort, { readonly standing: string; readonly fence: string }>> = {
  name: { standing: 's.name_key', fence: 'f.name_key' },
  progress: { standing: 's.done', fence: 'f.number' },
  risk: { standing: 's.risk', fence: 'f.number' },
  seen: { standing: 's.seen', fence: 'f.number' },
};

/** Puts up the fences of classes that have changed since, where that is long enough ago. Reads each order once, from its index. */
export async function keepFences(client: Client): Promise<void> {
  const { rows } = await client.query<{ classId: string }>({
    name: 'fold-stale-fences',
    text: `UPDATE class_fold SET fenced_at = clock_timestamp() WHERE members > $1 AND (fenced_at IS NULL
          OR (fenced_at < changed_at AND fenced_at < clock_timestamp() - make_interval(secs => $2))) RETURNING class_id AS "classId"`,
    values: [fenceStep, freshSeconds],
  });
  for (const { classId } of rows) await fenceClass(client, classId);
}

async function fenceClass(client: Client, classId: string): Promise<void> {
  await client.query('DELETE FROM class_fence WHERE class_id = $1', [classId]);
  for (const [sort, { standing }] of Object.entries(orders)) {
    const isName = sort === 'name';
    await client.query({
      name: `fold-fence-${sort}`,
      text: `INSERT INTO class_fence (class_id, sort, place, name_key, number, learner_id)
        SELECT $1::uuid, '${sort}', place, ${isName ? 'key, 0' : "'', key"}, learner_id FROM (
          SELECT ${standing} AS key, s.learner_id, row_number() OVER (ORDER BY ${standing}, s.learner_id) - 1 AS place
          FROM class_standing s WHERE s.class_id = $1) placed WHERE place % $2::int = 0`,
      values: [classId, fenceStep],
    });
  }
}
