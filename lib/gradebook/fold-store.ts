import type { PoolClient } from 'pg';
import { countsVersion } from '@/lib/gradebook/counts';
import type { PackedScore } from '@/lib/gradebook/packed-score';
import type { TaughtLesson } from '@/lib/gradebook/taught-lessons';

type Client = Pick<PoolClient, 'query'>;

/** One process folds at a time; whoever erases a learner who is counted waits for it (`owe_learner`, in the migration). */
export async function takeFold(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_xact_lock(1718578276, 1) AS taken');
  return rows[0]?.taken === true;
}

export type FoldState = {
  /** What transactions before it have stored is folded. As text: 64 bits. */
  readonly watermark: string;
  /** Before it every transaction has ended, whether or not it was the first to begin. */
  readonly horizon: string;
  /** Fingerprints of the lessons as they were last folded. */
  readonly content: Readonly<Record<string, string>>;
  /** Nothing was folded yet, or by another rule: everything that is kept is void. Or a backup was restored: it is only old. */
  readonly standing: 'kept' | 'void' | 'old';
};

export async function foldState(client: Client): Promise<FoldState> {
  const { rows } = await client.query<{
    horizon: string;
    ahead: string;
    watermark: string | null;
    version: number | null;
    content: Record<string, string> | null;
  }>(`SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon, pg_snapshot_xmax(pg_current_snapshot())::text AS ahead,
      f.watermark::text AS watermark, f.version, f.content
    FROM (SELECT 1) one LEFT JOIN fold_state f ON f.name = 'classes'`);
  const [row] = rows;
  if (!row) throw new Error('the database did not say how far the fold has come');
  const { horizon, watermark, version, content } = row;
  if (watermark === null || version !== countsVersion || content === null)
    return { watermark: horizon, horizon, content: {}, standing: 'void' };
  // A watermark that lies ahead is another cluster's.
  const isForeign = watermark === '0' || BigInt(watermark) > BigInt(row.ahead);
  return { watermark: isForeign ? horizon : watermark, horizon, content, standing: isForeign ? 'old' : 'kept' };
}

export async function saveFoldState(
  client: Client,
  watermark: string,
  content: Readonly<Record<string, string>>,
): Promise<void> {
  await client.query(
    `INSERT INTO fold_state (name, watermark, version, content, folded_at) VALUES ('classes', $1::text::xid8, $2, $3, clock_timestamp())
     ON CONFLICT (name) DO UPDATE SET watermark = excluded.watermark, version = excluded.version, content = excluded.content,
       folded_at = excluded.folded_at`,
    [watermark, countsVersion, JSON.stringify(content)],
  );
}

/** Everybody is to be looked at. What is void is thrown away first. */
export async function touchEveryone(client: Client, isVoid: boolean): Promise<void> {
  if (isVoid)
    for (const table of [
      'lesson_score',
      'class_standing',
      'lesson_rollup',
      'class_day',
      'class_fence',
      'class_fold',
      'fold_debt',
    ])
      await client.query(`DELETE FROM ${table}`);
  await client.query('DELETE FROM fold_touch');
  await client.query(
    `INSERT INTO fold_touch (learner_id, class_id)
     SELECT learner_id, class_id FROM enrolment UNION SELECT learner_id, class_id FROM class_standing`,
  );
}

/** Whoever did anything in a lesson that is another now is to be looked at in it. */
export async function touchLesson(client: Client, lesson: string, taught: TaughtLesson | undefined): Promise<void> {
  await client.query(
    `INSERT INTO fold_touch (learner_id, class_id, lesson)
     SELECT s.learner_id, s.class_id, $1 FROM lesson_score s WHERE s.lesson = $1
     UNION
     SELECT s.learner_id, s.class_id, $1 FROM item_state i JOIN class_standing s ON s.learner_id = i.learner_id WHERE i.item = ANY($2)`,
    [lesson, [...(taught?.stored.keys() ?? [])]],
  );
}

export type Touch = { readonly learnerId: string; readonly classId: string | null; readonly lesson: string | null };

/** Takes some of what waits; what is not folded after all stays, with the transaction. */
export async function takeTouches(client: Client, most: number): Promise<Touch[]> {
  const { rows } = await client.query<Touch>({
    name: 'fold-touches',
    text: `DELETE FROM fold_touch t USING (SELECT id FROM fold_touch LIMIT $1) taken WHERE t.id = taken.id
      RETURNING t.learner_id AS "learnerId", t.class_id AS "classId", t.lesson`,
    values: [most],
  });
  return rows;
}

export type Debt =
  | { readonly classId: string; readonly lesson: string; readonly score: PackedScore }
  | { readonly classId: string; readonly lesson: null; readonly score: { days: Record<string, number>; done: number } };

export async function takeDebts(client: Client, most: number): Promise<Debt[]> {
  const { rows } = await client.query<Debt>({
    name: 'fold-debts',
    text: `DELETE FROM fold_debt d USING (SELECT id FROM fold_debt LIMIT $1) taken WHERE d.id = taken.id
      RETURNING d.class_id AS "classId", d.lesson, d.score`,
    values: [most],
  });
  return rows;
}

/** An item that somebody who is counted answered, or got another grade for, and when. */
export type Answered = { readonly learnerId: string; readonly item: string; readonly first: Date; readonly last: Date };

/**
 * What was stored from the watermark on: at most about so many answers and grades, whole transactions, and where that ends. A transaction that
 * is still under way stands at the horizon or after it, and so does whatever commits later.
 */
export async function answeredSince(
  client: Client,
  { watermark, horizon }: FoldState,
  most: number,
): Promise<{ readonly until: string; readonly answered: Answered[]; readonly isAll: boolean }> {
  const ends = await client.query<{ until: string | null }>({
    name: 'fold-window',
    text: `SELECT least(
        (SELECT xact FROM attempt WHERE xact >= $1::text::xid8 AND xact < $2::text::xid8 ORDER BY xact OFFSET $3 LIMIT 1),
        (SELECT xact FROM grade WHERE xact >= $1::text::xid8 AND xact < $2::text::xid8 ORDER BY xact OFFSET $3 LIMIT 1))::text AS until`,
    values: [watermark, horizon, most],
  });
  const end = ends.rows[0]?.until ?? null;
  // One transaction alone is more than that: it is taken whole.
  const until = end === null ? horizon : end === watermark ? String(BigInt(watermark) + 1n) : end;
  const { rows } = await client.query<Answered>({
    name: 'fold-answered',
    text: `WITH touched AS MATERIALIZED (
        SELECT learner_id, item, received_at FROM attempt WHERE xact >= $1::text::xid8 AND xact < $2::text::xid8
        UNION ALL
        SELECT a.learner_id, a.item, a.received_at FROM grade g JOIN attempt a ON a.learner_id = g.learner_id AND a.id = g.attempt_id
        WHERE g.xact >= $1::text::xid8 AND g.xact < $2::text::xid8)
      SELECT learner_id AS "learnerId", item, min(received_at) AS first, max(received_at) AS last FROM touched GROUP BY 1, 2`,
    values: [watermark, until],
  });
  return { until, answered: rows, isAll: end === null };
}
