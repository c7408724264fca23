import { nothing, type Visibility, visibilityOf } from '@/lib/access/visibility';
import type { StoredAttempt } from '@/lib/attempts/attempt';
import type { KnownVersion } from '@/lib/attempts/known-version';
import { runOf } from '@/lib/attempts/sitting';
import type { SittingRead } from '@/lib/attempts/sitting-store';
import type { AnswerResult, Feedback } from '@/lib/quiz/answer';
import { feedbackOn } from '@/lib/quiz/grade';
import type { Kind } from '@/lib/quiz/public-kinds';
import type { Question, QuestionOf } from '@/lib/quiz/question';
import { lettersByOption } from '@/lib/quiz/read-response';
import { richTexts } from '@/lib/quiz/rich-text';
import { storedResponse } from '@/lib/quiz/stored-response';

/** What of an attempt may be seen: in practice everything it earned, in a run what its policy lets be seen by now. */
export function visibilityIn(attempt: StoredAttempt, run: SittingRead | null, gaveUp = attempt.help === 2): Visibility {
  // Of a run that is not there nobody knows what it would tell.
  if (attempt.sitting !== null && !run) return nothing;
  const isRight = attempt.earned !== null && attempt.earned === attempt.possible;
  const seen = { isRight, gaveUp, turn: attempt.turn };
  return visibilityOf(seen, run && runOf(run.sitting), run?.now ?? new Date(attempt.receivedAt));
}

/** What a learner is told about an attempt: the same words each time it is asked for. */
export function resultOf(attempt: StoredAttempt, known: KnownVersion | undefined, seen: Visibility): AnswerResult {
  const { id, ordinal, receivedAt, earned, possible, credit } = attempt;
  if (!seen.score) return { id, status: 'received', ordinal, receivedAt };
  if (earned === null && isForAPerson(known))
    return {
      id,
      status: 'received',
      ordinal,
      receivedAt,
      ...(seen.feedback ? { feedback: feedbackOf(attempt, known, false) } : {}),
    };
  if (earned === null) return { id, status: 'deferred', ordinal, receivedAt };
  const feedback = known && seen.feedback ? feedbackOf(attempt, known, seen.explanation) : {};
  return {
    id,
    status: 'scored',
    earned,
    possible,
    ordinal,
    receivedAt,
    feedback,
    ...(credit === null ? {} : { credit }),
  };
}

function isForAPerson(known: KnownVersion | undefined): known is KnownVersion {
  return known?.form.kind === 'question' && known.form.question.kind === 'written';
}

/** Marks by the letters that were shown; the explanation where it may be seen. */
export function feedbackOf(attempt: StoredAttempt, known: KnownVersion, isExplained: boolean): Feedback {
  if (known.form.kind === 'task') {
    const { goals, deadEnd } = attempt.detail;
    return { ...(goals ? { goals } : {}), ...(deadEnd ? { deadEnd } : {}) };
  }
  return feedbackOnQuestion(known.form.question, attempt.response, isExplained);
}

/** A text its writer judges is compared with all there is to compare it with. */
function isOpen(question: Question): boolean {
  return question.kind === 'written' && question.marked === 'self';
}

function feedbackOnQuestion<K extends Kind>(question: QuestionOf<K>, response: object, isExplained: boolean): Feedback {
  const { marks, ...rest } = feedbackOn(question, storedResponse(question.kind, response));
  const letterOf = lettersByOption(question);
  const lettered = Object.entries(marks ?? {}).map(([option, mark]) => [letterOf.get(option) ?? option, mark] as const);
  return {
    ...(lettered.length > 0 ? { marks: Object.fromEntries(lettered) } : {}),
    ...rest,
    ...((isExplained || isOpen(question)) && question.explanation
      ? { explanation: richTexts(question.explanation) }
      : {}),
  };
}
