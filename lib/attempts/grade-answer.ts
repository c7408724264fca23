import type { AttemptDetail } from '@/lib/attempts/attempt';
import type { KnownVersion } from '@/lib/attempts/known-version';
import { rejected } from '@/lib/attempts/sent-answers';
import type { Task } from '@/lib/labs/task';
import type { TaskVerdict } from '@/lib/labs/verdict';
import type { AnswerResult } from '@/lib/quiz/answer';
import { grade, misconceptionOf } from '@/lib/quiz/grade';
import type { Kind } from '@/lib/quiz/public-kinds';
import type { QuestionOf } from '@/lib/quiz/question';
import { readResponse } from '@/lib/quiz/read-response';

/** An answer that can be stored: graded, or to be graded later. */
export type Graded = {
  kind: 'graded';
  response: object;
  earned: number | null;
  possible: number;
  detail: AttemptDetail;
};

type NotGraded = Extract<AnswerResult, { status: 'incomplete' | 'rejected' }>;

/** Replays a log somewhere it can be stopped. */
export type ReplayTask = (task: Task, actions: unknown) => Promise<TaskVerdict | { kind: 'deferred' }>;

/** Grades one answer by the version it names. */
export async function gradeAnswer(
  known: KnownVersion,
  answer: { id: string; response: Record<string, unknown> },
  replayTask: ReplayTask,
): Promise<Graded | NotGraded> {
  return known.form.kind === 'question'
    ? gradeQuestion(known.form.question, answer)
    : gradeTask(known.form.task, answer, replayTask);
}

function gradeQuestion<K extends Kind>(
  question: QuestionOf<K>,
  { id, response: raw }: { id: string; response: Record<string, unknown> },
): Graded | NotGraded {
  const reading = readResponse(question, raw);
  if (reading.kind === 'incomplete') return { id, status: 'incomplete', missing: reading.missing };
  if (reading.kind === 'wrong-shape')
    return rejected(id, 'bad-response', reading.field, `expected ${reading.expected}`);
  const verdict = grade(question, reading.response);
  if (verdict.kind === 'incomplete') return { id, status: 'incomplete', missing: verdict.missing };
  return {
    kind: 'graded',
    response: reading.response,
    earned: verdict.kind === 'received' ? null : verdict.earned,
    possible: verdict.possible,
    detail: detailOf(verdict.kind === 'received', misconceptionOf(question, reading.response)),
  };
}

function detailOf(isReceived: boolean, misconception: string | undefined): AttemptDetail {
  // No machine will grade it later: whoever stores it need not try.
  return { ...(isReceived ? { received: true } : {}), ...(misconception ? { misconception } : {}) };
}

async function gradeTask(
  task: Task,
  { id, response }: { id: string; response: Record<string, unknown> },
  replayTask: ReplayTask,
): Promise<Graded | NotGraded> {
  const foreign = Object.keys(response).find((key) => key !== 'actions' && key !== 'practice');
  if (foreign !== undefined) return rejected(id, 'bad-response', `response.${foreign}`, 'expected only actions');
  // What was done at the practice server stands in for what was done in the lab.
  const isPractised = response.practice !== undefined;
  if (isPractised && response.actions !== undefined)
    return rejected(id, 'bad-response', 'response.practice', 'expected actions or a practice, not both');
  const kept = isPractised ? { practice: response.practice } : { actions: response.actions };
  const verdict = await replayTask(task, isPractised ? kept : (response.actions ?? []));
  switch (verdict.kind) {
    case 'scored':
      return {
        kind: 'graded',
        response: kept,
        earned: verdict.earned,
        possible: verdict.possible,
        detail: {
          goals: [...verdict.goals],
          landmark: verdict.landmark,
          ...(verdict.deadEnd ? { deadEnd: verdict.deadEnd } : {}),
        },
      };
    case 'deferred':
      return { kind: 'graded', response: kept, earned: null, possible: 1, detail: {} };
    case 'incomplete':
      return { id, status: 'incomplete', missing: verdict.missing };
    case 'rejected': {
      const field = verdict.at === undefined ? 'response.actions' : `response.actions.${verdict.at}`;
      return rejected(id, verdict.code === 'too-long' ? 'too-long' : 'bad-response', field, verdict.message);
    }
  }
}
