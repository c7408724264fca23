import { type MemberName, memberNameColumns } from '@/lib/classes/display-name';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { pool } from '@/lib/db/pool';
import type { GradeColumn } from '@/lib/gradebook/columns';
import { type PackedScore, unpackScore } from '@/lib/gradebook/packed-score';
import { whole } from '@/lib/gradebook/rollup';
import {
  type Direction,
  type GradebookScreen,
  type ScreenCell,
  type ScreenQuery,
  type ScreenSort,
  screenColumns,
  screenRows,
} from '@/lib/gradebook/screen';
import { checksFollowed, type TaughtLesson, type TaughtLessons, taughtLessons } from '@/lib/gradebook/taught-lessons';

type Class = { readonly id: string; readonly paths: readonly string[] };

/** Some learners of a class, in order, with what they did in some columns. Ask `classFor(…, 'view:gradebook')` first. */
export async function gradebookScreen(classroom: Class, query: ScreenQuery): Promise<GradebookScreen> {
  const content = await curriculum();
  const taught = taughtLessons(content);
  const found = await findRows(classroom.id, query);
  const learners = found.rows.map(({ learner_id }) => learner_id);
  const columns = query.columns.slice(0, screenColumns);
  const lessons = [...new Set(columns.flatMap((column) => lessonIn(column, taught) ?? []))];
  const [scores, read] = await Promise.all([
    scoresOf(classroom.id, learners, columns, taught),
    readBy(
      learners,
      lessons.flatMap((lesson) => movedIds(content).storedLessons(lesson)),
      content,
    ),
  ]);
  const of = checksFollowed(taught, classroom.paths);
  return {
    total: found.total,
    from: found.from,
    foldedAt: found.foldedAt,
    rows: found.rows.map((row) => ({
      learnerId: row.learner_id,
      name: row.name,
      pseudonym: row.pseudonym,
      group: row.group_name,
      seenAt: row.seen > 0 ? new Date(row.seen * 1000) : null,
      done: row.done,
      of,
      stuck: row.stuck,
      cells: columns.map((column) => {
        const lesson = lessonIn(column, taught);
        const key = `${row.learner_id} ${lesson}`;
        return lesson === undefined ? null : cellOf(column, taught.lessons.get(lesson), scores.get(key), read.has(key));
      }),
    })),
  };
}

/** The lesson that a column is about; of an item the one it is in today. */
function lessonIn(column: GradeColumn, taught: TaughtLessons): string | undefined {
  if (column.kind === 'lesson') return column.lesson;
  return column.kind === 'item' ? taught.lessonOf(column.item)?.id : undefined;
}

type Score = {
  learner_id: string;
  lesson: string;
  done: number;
  share: number | null;
  tries: number;
  waiting: number;
  stuck: number;
  withheld: boolean;
  last_at: Date;
  score: PackedScore | null;
};

/** What is kept of these learners in the lessons of the columns, by learner and lesson; item by item only where a column asks for it. */
async function scoresOf(
  classId: string,
  learners: readonly string[],
  columns: readonly GradeColumn[],
  taught: TaughtLessons,
): Promise<ReadonlyMap<string, Score>> {
  const wanted = (kind: 'lesson' | 'item') => [
    ...new Set(columns.flatMap((column) => (column.kind === kind ? (lessonIn(column, taught) ?? []) : []))),
  ];
  const [lessons, wholly] = [wanted('lesson'), wanted('item')];
  if (learners.length === 0 || lessons.length + wholly.length === 0) return new Map();
  const { rows } = await pool().query<Score>({
    name: 'screen-scores',
    text: `SELECT s.learner_id, s.lesson, s.done, s.share, s.tries, s.waiting, s.stuck, s.withheld, s.last_at,
        CASE WHEN s.lesson = ANY($4) THEN s.score END AS score
      FROM lesson_score s WHERE s.learner_id = ANY($2) AND s.class_id = $1 AND s.lesson = ANY($3)`,
    values: [classId, learners, [...new Set([...lessons, ...wholly])], wholly],
  });
  return new Map(rows.map((row) => [`${row.learner_id} ${row.lesson}`, row]));
}

function cellOf(
  column: GradeColumn,
  lesson: TaughtLesson | undefined,
  score: Score | undefined,
  read: boolean,
): ScreenCell | null {
  if (column.kind === 'item') return score?.score ? itemCell(column.item, lesson, unpackScore(score.score)) : null;
  if (!score) return read ? { ...nothing, of: lesson?.checks.size ?? 0, read } : null;
  const { done, tries, waiting, stuck, withheld } = score;
  const share = score.share === null ? null : score.share / whole;
  return { share, done, of: lesson?.checks.size ?? 0, tries, waiting, stuck, withheld, read, lastAt: score.last_at };
}

const nothing = { share: null, done: 0, tries: 0, waiting: 0, stuck: 0, withheld: false, lastAt: null };

function itemCell(
  id: string,
  lesson: TaughtLesson | undefined,
  score: ReturnType<typeof unpackScore>,
): ScreenCell | null {
  const local = lesson?.stored.get(id);
  const item = local === undefined ? undefined : score.items.get(local);
  if (!item || local === undefined) return null;
  const objective = lesson?.objectives.get(local);
  return {
    share: item.first === null ? null : item.best / whole,
    done: item.best >= whole ? 1 : 0,
    of: 1,
    tries: item.tries,
    waiting: item.waiting,
    stuck: objective !== undefined && item.best < whole && score.stuck.has(objective) ? 1 : 0,
    withheld: item.withheld,
    read: false,
    lastAt: new Date(item.lastAt * 1000),
  };
}

/** `learner lesson` of each lesson in which these learners pressed Done. */
async function readBy(
  learners: readonly string[],
  storedLessons: readonly string[],
  content: Awaited<ReturnType<typeof curriculum>>,
): Promise<ReadonlySet<string>> {
  if (learners.length === 0 || storedLessons.length === 0) return new Set();
  const { rows } = await pool().query<{ learner_id: string; lesson: string }>({
    name: 'screen-read',
    text: 'SELECT learner_id, lesson FROM place WHERE learner_id = ANY($1) AND lesson = ANY($2) AND done_at IS NOT NULL',
    values: [learners, storedLessons],
  });
  const ids = movedIds(content);
  return new Set(rows.map(({ learner_id, lesson }) => `${learner_id} ${ids.currentLesson(lesson)}`));
}

type Row = MemberName & { learner_id: string; group_name: string | null; done: number; stuck: number; seen: number };
type Found = {
  readonly total: number;
  readonly from: number;
  readonly rows: readonly Row[];
  readonly foldedAt: Date | null;
};

const sortColumns = { name: 'name_key', progress: 'done', risk: 'risk', seen: 'seen' } as const satisfies Record<
  ScreenSort,
  string
>;
const ways = { up: 'ASC', down: 'DESC' } as const satisfies Record<Direction, string>;

async function findRows(classId: string, query: ScreenQuery): Promise<Found> {
  const { sort, direction, filter } = query;
  const { rows: heads } = await pool().query<{ total: number; folded_at: Date | null }>({
    name: 'screen-filtered-head',
    text: `SELECT (SELECT folded_at FROM fold_state WHERE name = 'classes') AS folded_at, count(*)::int AS total
      FROM class_standing s JOIN enrolment e ON e.learner_id = s.learner_id AND e.class_id = s.class_id
      WHERE s.class_id = $1 AND ($2::text IS NULL OR position($2 IN e.listed_as) > 0) AND ($3::text IS NULL OR s.group_name = $3)`,
    values: [classId, filter.name?.toLowerCase() ?? null, filter.group ?? null],
  });
  const total = heads[0]?.total ?? 0;
  const from = screenFrom(query.from, total);
  const { rows } = await pool().query<Row>({
    name: `screen-filtered-${sort}-${direction}`,
    text: `SELECT s.learner_id, s.group_name, s.done, s.stuck, s.seen::float8 AS seen, ${memberNameColumns}
      FROM class_standing s JOIN enrolment e ON e.learner_id = s.learner_id AND e.class_id = s.class_id
        JOIN class c ON c.id = s.class_id JOIN learner l ON l.id = s.learner_id
      WHERE s.class_id = $1 AND ($2::text IS NULL OR position($2 IN e.listed_as) > 0) AND ($3::text IS NULL OR s.group_name = $3)
      ORDER BY s.${sortColumns[sort]} ${ways[direction]}, s.learner_id ${ways[direction]} OFFSET $4 LIMIT ${screenRows}`,
    values: [classId, filter.name?.toLowerCase() ?? null, filter.group ?? null, from],
  });
  return { total, from, rows, foldedAt: heads[0]?.folded_at ?? null };
}

/** Beyond the end stands the last screen. */
export function screenFrom(from: number, total: number): number {
  const last = Math.max(0, Math.ceil(total / screenRows) - 1) * screenRows;
  return Math.min(Math.max(0, from), last);
}
