import { pipeline, type Readable } from 'node:stream';
import { assignmentStandings, sizeOf } from '@/lib/assignments/assignment-standings';
import { assignmentsOf } from '@/lib/assignments/class-assignment-store';
import type { Assignment } from '@/lib/attempts/assignment';
import { audit } from '@/lib/audit/audit-store';
import type { Classroom, ClassSeen } from '@/lib/classes/classroom';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { assignmentColumns, classLessons, lessonColumns, storedAddresses } from '@/lib/gradebook/class-columns';
import { columnKey, type NamedColumn } from '@/lib/gradebook/columns';
import type { ExportFile } from '@/lib/out/export-file';
import { learnersIn } from '@/lib/out/export-learners-store';
import {
  aboutForCanvas,
  aboutForMoodle,
  aboutLearner,
  attemptRows,
  gradebookObjects,
  gradebookRows,
} from '@/lib/out/export-query-store';
import { openExport, type WorkedShare } from '@/lib/out/export-store';
import { csvFrame, type Frame, Framed } from '@/lib/out/line-ends';
import { csvLine, safeCell } from '@/lib/out/safe-cell';
import { inLocale, type Locale } from '@/lib/words/locale';
import { outWords } from '@/lib/words/out';

export type Exported = { readonly kind: 'stream'; readonly stream: Readable } | { readonly kind: 'busy' };

/** What a file is made of. */
type Plan = { readonly query: string; readonly frame: Frame; readonly assignments: readonly Assignment[] };

/** One of a class's files, row by row as the database sends it. Ask `classFor(…, 'export:gradebook')` first. */
export async function exportClass(
  { classroom, actor }: ClassSeen,
  file: ExportFile,
  locale: Locale,
): Promise<Exported> {
  const { query, frame, assignments } = await planOf(classroom, file, locale);
  const opened = await openExport(
    query,
    (save) => saveWork(classroom.id, assignments, save),
    frame.isCsv ? 'csv' : 'json',
  );
  if (!opened) return { kind: 'busy' };
  await audit({ actor, action: 'gradebook-exported', subject: classroom.id, classId: classroom.id, detail: { file } });
  const framed = new Framed(frame);
  // Whichever end breaks off, the other is let go of: a reader who leaves ends the statement.
  pipeline(opened.rows, framed, () => opened.close());
  return { kind: 'stream', stream: framed };
}

async function planOf(classroom: Classroom, file: ExportFile, locale: Locale): Promise<Plan> {
  const words = outWords[locale];
  const { id, isPseudonymous } = classroom;
  const lessons = classLessons(await curriculum(), classroom.paths);
  const assignments = (await assignmentsOf(id)).filter(({ withdrawnAt }) => !withdrawnAt);
  const columns = [...lessonColumns(lessons), ...assignmentColumns(assignments)];
  const called = isPseudonymous ? words.pseudonym : words.name;
  const title = (column: NamedColumn) => safeCell(inLocale(column.title, locale));
  switch (file) {
    case 'gradebook.csv': {
      const heads = [called, words.login, words.externalId, words.group, words.lastSeen, ...columns.map(title)];
      const form = { score: (share: string) => `round((100 * ${share})::numeric, 2)`, excused: `'${words.excused}'` };
      return { query: gradebookRows(id, columns, aboutLearner, form), frame: csvFrame(csvLine(heads)), assignments };
    }
    case 'gradebook.json':
      return { query: gradebookObjects(id, columns), frame: jsonFrame(classroom, columns), assignments };
    case 'attempts.csv': {
      const practice = classroom.paths.length === 0 ? null : storedAddresses(lessons, movedIds(await curriculum()));
      const heads = [called, words.externalId, words.group, ...words.attempt];
      return { query: attemptRows(id, practice), frame: csvFrame(csvLine(heads)), assignments: [] };
    }
    case 'canvas.csv': {
      const { graded, points } = gradedColumns(assignments, columns);
      const heads = [...['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section'], ...graded.map(title)];
      const possible = ['    Points Possible', '', '', '', '', ...graded.map((column) => String(points(column)))];
      const form = { score: scoredOutOf(points), excused: `'EX'` };
      const query = gradebookRows(id, graded, aboutForCanvas, form);
      return { query, frame: csvFrame(csvLine(heads) + csvLine(possible)), assignments };
    }
    case 'moodle.csv': {
      const { graded, points } = gradedColumns(assignments, columns);
      const heads = [...['Full name', 'ID number', 'Username', 'Email address'], ...graded.map(title)];
      // A grade that is left empty is left as it is; Moodle has no mark for what was excused.
      const form = { score: scoredOutOf(points), excused: 'NULL' };
      return { query: gradebookRows(id, graded, aboutForMoodle, form), frame: csvFrame(csvLine(heads)), assignments };
    }
  }
}

/** What goes into another system's grades: what was set to the class; of a class to which nothing was set, its lessons, out of a hundred. */
function gradedColumns(assignments: readonly Assignment[], all: readonly NamedColumn[]) {
  const set = all.filter(({ column }) => column.kind === 'assignment');
  const sizes = new Map(assignments.map((one) => [one.id, sizeOf(one)]));
  const points = ({ column }: NamedColumn) => (column.kind === 'assignment' && sizes.get(column.assignment)) || 100;
  return { graded: set.length > 0 ? set : all, points };
}

const scoredOutOf = (points: (column: NamedColumn) => number) => (share: string, column: NamedColumn) =>
  `round((${points(column)} * ${share})::numeric, 2)`;

function jsonFrame({ id, name, timeZone, isPseudonymous }: Classroom, columns: readonly NamedColumn[]): Frame {
  const head = JSON.stringify({
    class: { id, name, timeZone, isPseudonymous },
    columns: columns.map(({ column, title, dueAt }) => ({
      key: columnKey(column),
      title,
      ...(dueAt ? { dueAt } : {}),
    })),
  });
  return {
    before: `${head.slice(0, -1)},"learners":[\n`,
    between: ',\n',
    after: '\n]}\n',
    empty: ']}\n',
    isCsv: false,
  };
}

const atOnce = 2_000;

/** Works out what was earned in assignments, some learners at a time: the rules of assignments are not written twice, and memory stays bounded. */
async function saveWork(
  classId: string,
  assignments: readonly Assignment[],
  save: (shares: readonly WorkedShare[]) => Promise<void>,
): Promise<void> {
  if (assignments.length === 0) return;
  for await (const learners of learnersIn(classId, atOnce))
    for (const assignment of assignments) {
      const standings = await assignmentStandings(assignment, learners);
      await save(
        standings.map(({ learnerId, state, score }) => ({
          learnerId,
          place: assignment.id,
          share: state === 'not-begun' || score.possible === 0 ? null : score.credited / score.possible,
        })),
      );
    }
}
