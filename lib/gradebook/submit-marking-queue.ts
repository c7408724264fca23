import { versions } from '@/lib/attempts/submit-versions';
import { isUuid } from '@/lib/classes/class-for';
import type { Classroom, ClassSeen } from '@/lib/classes/classroom';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { findBookLearner } from '@/lib/gradebook/book-learner-store';
import { findClassAttempt } from '@/lib/gradebook/class-attempt-store';
import { classLessons, storedAddresses } from '@/lib/gradebook/class-columns';
import type { Queued } from '@/lib/gradebook/marking';
import { type MarkedClass, markingQueue, markingQueues, type QueueCount } from '@/lib/gradebook/marking-store';
import { classWork } from '@/lib/gradebook/submit-class-work';
import type { Written } from '@/lib/quiz/kinds/written';
import type { Localized } from '@/lib/words/locale';

/** More answers to one question than anybody goes through in a term. */
const mostQueued = 5_000;

/** Which practice of its learners a class marks: in the lessons it follows. */
async function markedClass({ id, paths }: Pick<Classroom, 'id' | 'paths'>): Promise<MarkedClass> {
  if (paths.length === 0) return { classId: id, practice: null };
  const taught = await curriculum();
  return { classId: id, practice: storedAddresses(classLessons(taught, paths), movedIds(taught)) };
}

export type NamedQueue = QueueCount & { readonly prompt: Localized };

/** The questions that a class has answers to mark of, those with most waiting first. */
export async function namedQueues(classroom: Pick<Classroom, 'id' | 'paths'>): Promise<NamedQueue[]> {
  const queues = await markingQueues(await markedClass(classroom));
  const known = await versions();
  return Promise.all(
    queues.map(async (queue) => {
      const form = (await known.exact(queue.item, queue.version, queue.keyRevision))?.form;
      return { ...queue, prompt: form?.kind === 'question' ? form.question.prompt : { en: queue.item } };
    }),
  );
}

/** The answers to one question, in the order in which they came. */
export async function queueOf({ classroom, actor }: ClassSeen, item: string): Promise<Queued[]> {
  return markingQueue(await markedClass(classroom), item, actor.id, mostQueued);
}

export type AnswerToMark = {
  readonly learnerId: string;
  readonly attemptId: string;
  readonly receivedAt: string;
  readonly assignment: string | null;
  readonly text: string;
  readonly question: Written;
};

/** An answer that staff of this class mark, with its question as it was asked; undefined for every other. */
export async function answerToMark(
  seen: Pick<ClassSeen, 'classroom' | 'actor'>,
  item: string,
  attemptId: string,
): Promise<AnswerToMark | undefined> {
  if (!isUuid(attemptId)) return undefined;
  const { classroom } = seen;
  const queued = (await queueOf({ ...seen, role: null }, item)).find((it) => it.attemptId === attemptId.toLowerCase());
  const learner = queued && (await findBookLearner(classroom.id, queued.learnerId));
  const attempt = learner && (await findClassAttempt(await classWork(classroom, learner), attemptId));
  if (!attempt) return undefined;
  const known = await (await versions()).exact(attempt.item, attempt.version, attempt.keyRevision);
  const question = known?.form.kind === 'question' ? known.form.question : undefined;
  if (question?.kind !== 'written' || question.marked !== 'person') return undefined;
  const text = 'text' in attempt.response && typeof attempt.response.text === 'string' ? attempt.response.text : '';
  const { learnerId, id, receivedAt, assignment } = attempt;
  return { learnerId, attemptId: id, receivedAt, assignment, text, question };
}
