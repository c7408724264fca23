import { assignmentStandings } from '@/lib/assignments/assignment-standings';
import { findClassAssignment } from '@/lib/assignments/class-assignment-store';
import type { Classroom } from '@/lib/classes/classroom';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { currentColumnKey } from '@/lib/gradebook/class-columns';
import { columnKey, type GradeColumn, type NamedColumn } from '@/lib/gradebook/columns';
import { type CountedScore, countedScore } from '@/lib/gradebook/counted-score';
import { type DecisionEntry, decisionOf, standingDecisions } from '@/lib/gradebook/decision-store';
import type { GradebookQuery } from '@/lib/gradebook/gradebook-query';
import { type GradebookScreen, screenRows } from '@/lib/gradebook/screen';
import { gradebookScreen } from '@/lib/gradebook/screen-store';
import { columnsOf } from '@/lib/gradebook/submit-columns';

/** As many columns stand on one screen. */
export const shownColumns = 50;

export type GradebookPart = {
  /** All of them; `columns` are those on this screen, the first of which is number `firstColumn`. */
  readonly all: readonly NamedColumn[];
  readonly columns: readonly NamedColumn[];
  readonly firstColumn: number;
  readonly screen: GradebookScreen;
  /** Row by row, column by column. */
  readonly cells: readonly (readonly BookedCell[])[];
};

export type BookedCell = { readonly score: CountedScore; readonly isWaiting: boolean };

/** One screen of a class's gradebook, as its staff see it. Undefined: that lesson is none of the class's. */
export async function gradebookPart(
  classroom: Pick<Classroom, 'id' | 'paths'>,
  query: GradebookQuery,
): Promise<GradebookPart | undefined> {
  const all = await columnsOf(classroom, query.shown);
  if (!all) return undefined;
  const screens = Math.max(1, Math.ceil(all.length / shownColumns));
  const firstColumn = (Math.min(query.columns, screens) - 1) * shownColumns;
  const columns = all.slice(firstColumn, firstColumn + shownColumns);
  const screen = await gradebookScreen(classroom, {
    columns: columns.map(({ column }) => column),
    sort: query.sort,
    direction: query.direction,
    from: (query.screen - 1) * screenRows,
    filter: { name: query.name || undefined, group: query.group || undefined },
  });
  const learners = screen.rows.map(({ learnerId }) => learnerId);
  const [decisions, assigned, ids] = await Promise.all([
    standingDecisions(classroom.id, learners),
    assignedScores(classroom.id, columns, learners),
    curriculum().then(movedIds),
  ]);
  const decided = new Map(decisions.map((it) => [`${it.learnerId} ${currentColumnKey(it.column, ids)}`, it]));
  const cells = screen.rows.map((row) =>
    columns.map(({ column }, at) => {
      const key = `${row.learnerId} ${columnKey(column)}`;
      const worked = column.kind === 'assignment' ? assigned.get(key) : row.cells[at];
      return booked(worked ?? null, decided.get(key));
    }),
  );
  return { all, columns, firstColumn, screen, cells };
}

type Worked = { readonly share: number | null; readonly waiting: number };

function booked(worked: Worked | null, entry: DecisionEntry | undefined): BookedCell {
  return { score: countedScore(worked, entry ? decisionOf(entry) : null), isWaiting: (worked?.waiting ?? 0) > 0 };
}

/** What was credited to these learners in the assignments among the columns. Who has not begun has no score yet. */
async function assignedScores(
  classId: string,
  columns: readonly { readonly column: GradeColumn }[],
  learners: readonly string[],
): Promise<ReadonlyMap<string, Worked>> {
  const scores = new Map<string, Worked>();
  if (learners.length === 0) return scores;
  for (const { column } of columns) {
    if (column.kind !== 'assignment') continue;
    const assignment = await findClassAssignment(classId, column.assignment);
    if (!assignment) continue;
    for (const { learnerId, state, score } of await assignmentStandings(assignment, learners)) {
      const share = state === 'not-begun' || score.possible === 0 ? null : score.credited / score.possible;
      scores.set(`${learnerId} ${columnKey(column)}`, { share, waiting: score.waiting });
    }
  }
  return scores;
}
