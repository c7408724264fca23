import type { StoredAttempt } from '@/lib/attempts/attempt';
import { isUuid } from '@/lib/classes/class-for';
import type { Classroom } from '@/lib/classes/classroom';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { type BookLearner, staffNames } from '@/lib/gradebook/book-learner-store';
import { classAttempts } from '@/lib/gradebook/class-attempt-store';
import { lessonTitle } from '@/lib/gradebook/class-columns';
import type { NamedColumn } from '@/lib/gradebook/columns';
import { type Comment, commentsAbout } from '@/lib/gradebook/comment-store';
import { type DecisionEntry, decisionsAbout, standingDecisions } from '@/lib/gradebook/decision-store';
import { attemptTitles } from '@/lib/gradebook/submit-attempt-titles';
import { classWork } from '@/lib/gradebook/submit-class-work';
import { columnTitle, findColumn } from '@/lib/gradebook/submit-columns';
import { type LearnerBook, learnerBook } from '@/lib/gradebook/submit-learner-book';
import type { Cards } from '@/lib/progress/progress';
import { knownOf } from '@/lib/progress/submit-progress';
import type { Locale, Localized } from '@/lib/words/locale';

const attemptsOnPage = 20;
const mostEntries = 200;

/** A cell that is open to be decided about. */
export type OpenCell = {
  readonly named: NamedColumn;
  /** Under which decisions about it are kept. */
  readonly key: string;
  readonly entry: DecisionEntry | undefined;
};

export type LearnerPageRead = {
  readonly book: LearnerBook;
  readonly lessonTitle: Localized;
  /** Of the lesson that is shown; null: practice is not to be seen. */
  readonly cards: Cards | null;
  readonly cell: OpenCell | undefined;
  readonly attempts: readonly StoredAttempt[];
  /** What was asked, by item; and in which assignment, by its id. */
  readonly titles: ReadonlyMap<string, Localized>;
  /** The attempt after which the next page begins. */
  readonly last: string | undefined;
  readonly isFirst: boolean;
  readonly comments: readonly Comment[];
  readonly decisions: readonly DecisionEntry[];
  /** Of those who wrote and decided. */
  readonly names: ReadonlyMap<string, string>;
  readonly titleOf: (column: string) => string;
};

type Asked = {
  readonly lesson: string | undefined;
  readonly before: string | undefined;
  readonly cell: string | undefined;
};

/** Everything of a learner that the staff of one class see on one page. */
export async function learnerPage(
  classroom: Classroom,
  learner: BookLearner,
  asked: Asked,
  locale: Locale,
): Promise<LearnerPageRead> {
  const { learnerId, leftAt } = learner;
  const ids = movedIds(await curriculum());
  const [book, work, comments, decisions] = await Promise.all([
    learnerBook(classroom, learner, asked.lesson),
    classWork(classroom, learner),
    commentsAbout(classroom.id, learnerId, mostEntries),
    decisionsAbout(classroom.id, learnerId, mostEntries),
  ]);
  const { lesson } = book;
  const found = await classAttempts(work, {
    before: asked.before !== undefined && isUuid(asked.before) ? asked.before : undefined,
    items: lesson?.items.flatMap(({ id }) => ids.storedIds(id)),
    most: attemptsOnPage + 1,
  });
  const attempts = found.slice(0, attemptsOnPage);
  const columns = [...new Set([...comments, ...decisions].map(({ column }) => column).concat(asked.cell ?? []))];
  const [cell, cards, titles, names, ...columnTitles] = await Promise.all([
    asked.cell === undefined ? undefined : openCell(classroom, learnerId, asked.cell),
    lesson && !leftAt ? knownOf(learnerId).then(({ known }) => known.cards) : null,
    attemptTitles(classroom.id, attempts),
    staffNames([
      ...comments.flatMap(({ writtenBy, removedBy }) => [writtenBy, ...(removedBy ? [removedBy] : [])]),
      ...decisions.map(({ decidedBy }) => decidedBy),
    ]),
    ...columns.map(async (column) => [column, column && (await columnTitle(classroom, column, locale))] as const),
  ]);
  const called = new Map(columnTitles);
  return {
    book,
    lessonTitle: lesson ? lessonTitle(lesson) : {},
    cards,
    cell,
    attempts,
    titles,
    last: found.length > attemptsOnPage ? attempts.at(-1)?.id : undefined,
    isFirst: asked.before === undefined,
    comments,
    decisions,
    names,
    titleOf: (column) => called.get(column) || column,
  };
}

async function openCell(classroom: Classroom, learnerId: string, key: string): Promise<OpenCell | undefined> {
  const named = await findColumn(classroom, key);
  if (!named) return undefined;
  const entries = await standingDecisions(classroom.id, [learnerId]);
  return { named, key, entry: entries.find(({ column }) => column === key) };
}
