import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { pool } from '@/lib/db/pool';
import type { GradeColumn } from '@/lib/gradebook/columns';
import { type PackedScore, unpackScore } from '@/lib/gradebook/packed-score';
import { whole } from '@/lib/gradebook/rollup';
import { type GradebookScreen, type ScreenCell, type ScreenQuery, screenColumns } from '@/lib/gradebook/screen';
import { screenRowsOf } from '@/lib/gradebook/screen-rows-store';
import { checksFollowed, type TaughtLesson, type TaughtLessons, taughtLessons } from '@/lib/gradebook/taught-lessons';

type Class = { readonly id: string; readonly paths: readonly string[] };

/** Some learners of a class, in order, with what they did in some columns. Ask `classFor(…, 'view:gradebook')` first. */
export async function gradebookScreen(classroom: Class, query: ScreenQuery): Promise<GradebookScreen> {
  const content = await curriculum();
  const taught = taughtLessons(content);
  const { rows, ...found } = await screenRowsOf(classroom.id, query);
  const learners = rows.map(({ learnerId }) => learnerId);
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
    ...found,
    rows: rows.map(({ seen, ...row }) => ({
      ...row,
      of,
      seenAt: seen > 0 ? new Date(seen * 1000) : null,
      cells: columns.map((column) => {
        const lesson = lessonIn(column, taught);
        const key = `${row.learnerId} ${lesson}`;
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
