import { type MemberName, memberNameColumns } from '@/lib/classes/display-name';
import { pool } from '@/lib/db/pool';
import { orders } from '@/lib/gradebook/fence-store';
import { type Direction, type ScreenQuery, type ScreenSort, screenRows } from '@/lib/gradebook/screen';
import { pseudonymPiece } from '@/lib/words/pseudonym';

/** A learner as they stand in an order of their class. */
export type StandingRow = MemberName & {
  readonly learnerId: string;
  readonly group: string | null;
  readonly done: number;
  readonly stuck: number;
  /** Seconds since 1970; 0: never. */
  readonly seen: number;
};

export type FoundRows = {
  readonly total: number;
  readonly from: number;
  readonly foldedAt: Date | null;
  readonly rows: readonly StandingRow[];
};

/** The learners on one screen, in order. */
export function screenRowsOf(classId: string, query: ScreenQuery): Promise<FoundRows> {
  const { name, group } = query.filter;
  return name === undefined && group === undefined ? allRows(classId, query) : filteredRows(classId, query);
}

type Head = { total: number; foldedAt: Date | null };

/** Whoever begins somewhere begins at the fence before it: a jump costs the same everywhere, however many learners there are. */
async function allRows(classId: string, { sort, direction, from: wanted }: ScreenQuery): Promise<FoundRows> {
  const { rows: heads } = await pool().query<Head>({
    name: 'screen-head',
    text: `SELECT coalesce((SELECT members FROM class_fold WHERE class_id = $1), 0) AS total,
      (SELECT folded_at FROM fold_state WHERE name = 'classes') AS "foldedAt"`,
    values: [classId],
  });
  const { total = 0, foldedAt = null } = heads[0] ?? {};
  const from = screenFrom(wanted, total);
  const most = Math.min(screenRows, total - from);
  const { rows } = await pool().query<StandingRow>({
    name: `screen-${sort}`,
    text: screenSql(sort),
    values: [classId, direction === 'up' ? from : total - from - most, most],
  });
  return { total, from, foldedAt, rows: direction === 'up' ? rows : rows.reverse() };
}

function screenSql(sort: ScreenSort): string {
  const { standing, fence } = orders[sort];
  const lowest = sort === 'name' ? "''" : '-9223372036854775808';
  return `WITH f AS MATERIALIZED (
      SELECT place, name_key, number, learner_id FROM class_fence
      WHERE class_id = $1 AND sort = '${sort}' AND place <= $2 ORDER BY place DESC LIMIT 1)
    SELECT ${rowColumns} FROM (
      SELECT s.*, row_number() OVER () AS place FROM (
        SELECT s.learner_id, s.class_id, s.group_name, s.done, s.stuck, s.seen FROM class_standing s
        WHERE s.class_id = $1 AND (${standing}, s.learner_id) >= (
          coalesce((SELECT ${fence} FROM f), ${lowest}), coalesce((SELECT learner_id FROM f), '00000000-0000-0000-0000-000000000000'))
        ORDER BY ${standing}, s.learner_id OFFSET $2 - coalesce((SELECT place FROM f), 0) LIMIT $3) s) s ${joined}
    ORDER BY s.place`;
}

const rowColumns = `s.learner_id AS "learnerId", s.group_name AS "group", s.done, s.stuck, s.seen::float8 AS seen, ${memberNameColumns}`;
const joined = `JOIN enrolment e ON e.learner_id = s.learner_id AND e.class_id = s.class_id
  JOIN class c ON c.id = s.class_id JOIN learner l ON l.id = s.learner_id`;

const ways = { up: 'ASC', down: 'DESC' } as const satisfies Record<Direction, string>;

/** Who passes a filter is looked for among all: the larger the class, the longer. */
async function filteredRows(
  classId: string,
  { sort, direction, from: wanted, filter }: ScreenQuery,
): Promise<FoundRows> {
  const passes = `s.class_id = $1 AND ($3::text IS NULL OR s.group_name = $3) AND ($2::text IS NULL OR position($2 IN e.listed_as) > 0
    OR (position(nullif($4, '') IN e.listed_as) > 0 AND (SELECT is_pseudonymous FROM class WHERE id = $1)))`;
  const name = filter.name?.toLowerCase() ?? null;
  // Pseudonyms are looked for as they are read, too: Amber Ot, 琥珀水獭.
  const asked = [classId, name, filter.group ?? null, name === null ? '' : pseudonymPiece(name)];
  const { rows: heads } = await pool().query<Head>({
    name: 'screen-filtered-head',
    text: `SELECT (SELECT folded_at FROM fold_state WHERE name = 'classes') AS "foldedAt", count(*)::int AS total
      FROM class_standing s JOIN enrolment e ON e.learner_id = s.learner_id AND e.class_id = s.class_id WHERE ${passes}`,
    values: asked,
  });
  const { total = 0, foldedAt = null } = heads[0] ?? {};
  const from = screenFrom(wanted, total);
  const { standing } = orders[sort];
  const { rows } = await pool().query<StandingRow>({
    name: `screen-filtered-${sort}-${direction}`,
    text: `SELECT ${rowColumns} FROM class_standing s ${joined} WHERE ${passes}
      ORDER BY ${standing} ${ways[direction]}, s.learner_id ${ways[direction]} OFFSET $5 LIMIT ${screenRows}`,
    values: [...asked, from],
  });
  return { total, from, foldedAt, rows };
}

/** Beyond the end stands the last screen. */
export function screenFrom(from: number, total: number): number {
  const last = Math.max(0, Math.ceil(total / screenRows) - 1) * screenRows;
  return Math.min(Math.max(0, Math.trunc(from)), last);
}
