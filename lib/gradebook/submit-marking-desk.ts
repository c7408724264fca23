import type { ClassSeen } from '@/lib/classes/classroom';
import { displayName } from '@/lib/classes/display-name';
import { findBookLearner, staffNames } from '@/lib/gradebook/book-learner-store';
import { isIn, neighbour, type Queued, type QueueView } from '@/lib/gradebook/marking';
import { deskOf, holdAnswer, type MarkingEntry, markingsOf } from '@/lib/gradebook/marking-store';
import { type AnswerToMark, answerToMark, queueOf } from '@/lib/gradebook/submit-marking-queue';
import type { Locale } from '@/lib/words/locale';

/** An answer before somebody who marks, with its place among the others. */
export type MarkingDesk = {
  readonly answer: AnswerToMark;
  /** Its number among all answers to the question, of how many. */
  readonly at: number;
  readonly of: number;
  readonly queued: Queued;
  readonly next: Queued | undefined;
  readonly previous: Queued | undefined;
  /** Who has it before them already. */
  readonly heldBy: string | undefined;
  readonly flag: { readonly by: string; readonly note: string } | undefined;
  /** The latest first. */
  readonly markings: readonly MarkingEntry[];
  /** Whose it is; undefined where names are hidden. */
  readonly name: string | undefined;
  readonly names: ReadonlyMap<string, string>;
};

type Asked = { readonly item: string; readonly answer: string; readonly view: QueueView; readonly hasNames: boolean };

/** Opens an answer, or the first that waits, and puts it before whoever asks. Undefined: there is none. */
export async function openDesk(seen: ClassSeen, asked: Asked, locale: Locale): Promise<MarkingDesk | undefined> {
  const { classroom, actor } = seen;
  const queue = await queueOf(seen, asked.item);
  const free = queue.find((answer) => answer.heldBy === null && isIn(asked.view, answer));
  const queued = asked.answer ? queue.find(({ attemptId }) => attemptId === asked.answer) : free;
  const answer = queued && (await answerToMark(seen, asked.item, queued.attemptId));
  if (!queued || !answer) return undefined;
  const { learnerId, attemptId } = answer;
  const [held, desk, markings, learner] = await Promise.all([
    classroom.archivedAt ? undefined : holdAnswer(learnerId, attemptId, actor.id),
    deskOf(learnerId, attemptId),
    markingsOf(learnerId, attemptId),
    asked.hasNames ? findBookLearner(classroom.id, learnerId) : undefined,
  ]);
  const names = await staffNames([
    ...(held ? [held] : []),
    ...(desk?.flaggedBy ? [desk.flaggedBy] : []),
    ...markings.map(({ markedBy }) => markedBy),
  ]);
  return {
    answer,
    at: queue.indexOf(queued) + 1,
    of: queue.length,
    queued,
    next: neighbour(queue, attemptId, 1, asked.view),
    previous: neighbour(queue, attemptId, -1, asked.view),
    heldBy: held === undefined ? undefined : (names.get(held) ?? ''),
    flag: desk?.flaggedBy ? { by: names.get(desk.flaggedBy) ?? '', note: desk.note } : undefined,
    markings,
    name: learner && displayName(learner, locale),
    names,
  };
}
