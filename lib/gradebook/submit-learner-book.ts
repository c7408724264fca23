import { assignmentStandings } from '@/lib/assignments/assignment-standings';
import { assignmentsOf } from '@/lib/assignments/class-assignment-store';
import type { Standing } from '@/lib/assignments/standing';
import type { Assignment } from '@/lib/attempts/assignment';
import type { Classroom } from '@/lib/classes/classroom';
import type { Lesson } from '@/lib/curriculum/lesson';
import { type MovedIds, movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import type { BookLearner } from '@/lib/gradebook/book-learner-store';
import { classWorkByItem, type ItemWork } from '@/lib/gradebook/class-attempt-store';
import {
  assignmentColumns,
  classLessons,
  currentColumnKey,
  itemColumns,
  lessonColumns,
} from '@/lib/gradebook/class-columns';
import { columnKey, type NamedColumn } from '@/lib/gradebook/columns';
import { type CountedScore, countedScore } from '@/lib/gradebook/counted-score';
import { type DecisionEntry, decisionOf, standingDecisions } from '@/lib/gradebook/decision-store';
import { classWork } from '@/lib/gradebook/submit-class-work';
import { checksOf } from '@/lib/progress/progress';

/** A line of a learner's page: a column of the table, and what the learner did there. */
export type BookRow = {
  readonly named: NamedColumn;
  readonly score: CountedScore;
  /** The last decision about it, taken back or not: what the next one follows. */
  readonly entry: DecisionEntry | undefined;
  readonly waiting: number;
  readonly tries: number;
  /** Of a lesson: checks that were right once, of how many. */
  readonly checks: { readonly done: number; readonly of: number } | null;
  readonly standing: Standing | null;
};

export type LearnerBook = {
  readonly assignments: readonly BookRow[];
  readonly lessons: readonly BookRow[];
  /** Of the lesson that is asked for: its questions and tasks. */
  readonly items: readonly BookRow[];
  readonly lesson: Lesson | undefined;
};

/** A learner's line of the gradebook, laid open: what was set, lesson by lesson, and one lesson item by item. */
export async function learnerBook(
  classroom: Pick<Classroom, 'id' | 'paths'>,
  learner: BookLearner,
  lessonId: string | undefined,
): Promise<LearnerBook> {
  const taught = await curriculum();
  const ids = movedIds(taught);
  const [work, entries, assignments] = await Promise.all([
    classWork(classroom, learner).then(classWorkByItem),
    standingDecisions(classroom.id, [learner.learnerId]),
    assignmentsOf(classroom.id),
  ]);
  const decided = new Map(entries.map((entry) => [currentColumnKey(entry.column, ids), entry]));
  const done = worksOf(work, ids);
  const row = (named: NamedColumn, worked: Worked | null, more: Partial<BookRow> = {}): BookRow => {
    const entry = decided.get(columnKey(named.column));
    const score = countedScore(worked, entry ? decisionOf(entry) : null);
    const { waiting = 0, tries = 0 } = worked ?? {};
    return { named, score, entry, waiting, tries, checks: null, standing: null, ...more };
  };
  const lessons = learner.leftAt ? [] : classLessons(taught, classroom.paths);
  const lesson = lessons.find(({ id }) => id === lessonId);
  const open = assignments.filter(({ withdrawnAt }) => !withdrawnAt);
  return {
    lesson,
    lessons: lessons.flatMap((it) =>
      lessonColumns([it]).map((named) => row(named, lessonWork(it, done), { checks: checksMet(it, done) })),
    ),
    items: lesson
      ? itemColumns(lesson).map((named) =>
          row(named, (named.column.kind === 'item' && done.get(named.column.item)) || null),
        )
      : [],
    assignments: await Promise.all(
      assignmentColumns(open).map(async (named, at) => {
        const standing = await standingIn(open[at], learner.learnerId);
        return row(named, standing && standing.state !== 'not-begun' ? assignedWork(standing) : null, { standing });
      }),
    ),
  };
}

type Worked = { readonly share: number | null; readonly tries: number; readonly waiting: number };

/** By item, under today's names: of an item that was answered under two, the better one. */
function worksOf(work: readonly ItemWork[], ids: MovedIds): ReadonlyMap<string, Worked> {
  const works = new Map<string, Worked>();
  for (const { item, best, tries, waiting } of work) {
    const id = ids.currentId(item);
    const other = works.get(id);
    const share = best === null ? (other?.share ?? null) : Math.max(best, other?.share ?? 0);
    works.set(id, { share, tries: tries + (other?.tries ?? 0), waiting: waiting + (other?.waiting ?? 0) });
  }
  return works;
}

/** The mean of the best shares of what was answered in it, as the table has it (lib/gradebook/screen). */
function lessonWork({ items }: Lesson, done: ReadonlyMap<string, Worked>): Worked | null {
  const works = items.flatMap(({ id }) => done.get(id) ?? []);
  if (works.length === 0) return null;
  const shares = works.flatMap(({ share }) => share ?? []);
  const sum = (of: (work: Worked) => number) => works.reduce((total, work) => total + of(work), 0);
  return {
    share: shares.length === 0 ? null : shares.reduce((total, share) => total + share, 0) / shares.length,
    tries: sum(({ tries }) => tries),
    waiting: sum(({ waiting }) => waiting),
  };
}

function checksMet(lesson: Lesson, done: ReadonlyMap<string, Worked>): BookRow['checks'] {
  const checks = checksOf(lesson);
  return { done: checks.filter((id) => (done.get(id)?.share ?? 0) >= 1).length, of: checks.length };
}

async function standingIn(assignment: Assignment | undefined, learnerId: string): Promise<Standing | null> {
  if (!assignment) return null;
  const [standing] = await assignmentStandings(assignment, [learnerId]);
  return standing ?? null;
}

function assignedWork({ score }: Standing): Worked {
  return { share: score.possible === 0 ? null : score.credited / score.possible, tries: 0, waiting: score.waiting };
}
