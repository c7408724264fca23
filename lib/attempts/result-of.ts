import type { StoredAttempt } from '@/lib/attempts/attempt';
import type { KnownVersion } from '@/lib/attempts/known-version';
import type { AnswerResult, Feedback } from '@/lib/quiz/answer';
import { feedbackOn } from '@/lib/quiz/grade';
import type { Kind } from '@/lib/quiz/public-kinds';
import type { QuestionOf } from '@/lib/quiz/question';
import { lettersByOption } from '@/lib/quiz/read-response';
import { richTexts } from '@/lib/quiz/rich-text';
import { storedResponse } from '@/lib/quiz/stored-response';

/** What a learner is told about an attempt: the same words each time it is asked for. */
export function resultOf(attempt: StoredAttempt, known: KnownVersion | undefined): AnswerResult {
  const { id, ordinal, receivedAt, earned, possible } = attempt;
  if (earned === null && isForAPerson(known))
    return { id, status: 'received', ordinal, receivedAt, feedback: feedbackOf(attempt, known, false) };
  if (earned === null) return { id, status: 'deferred', ordinal, receivedAt };
  const feedback = known ? feedbackOf(attempt, known, earned === possible) : {};
  return { id, status: 'scored', earned, possible, ordinal, receivedAt, feedback };
}

function isForAPerson(known: KnownVersion | undefined): known is KnownVersion {
  return known?.form.kind === 'question' && known.form.question.kind === 'written';
}

/** Marks by the letters that were shown; the explanation once everything is right. */
export function feedbackOf(attempt: StoredAttempt, known: KnownVersion, isRight: boolean): Feedback {
  if (known.form.kind === 'task') {
    const { goals, deadEnd } = attempt.detail;
    return { ...(goals ? { goals } : {}), ...(deadEnd ? { deadEnd } : {}) };
  }
  return feedbackOnQuestion(known.form.question, attempt.response, isRight);
}

function feedbackOnQuestion<K extends Kind>(question: QuestionOf<K>, response: object, isRight: boolean): Feedback {
  const { marks, ...rest } = feedbackOn(question, storedResponse(question.kind, response));
  const letterOf = lettersByOption(question);
  const lettered = Object.entries(marks ?? {}).map(([option, mark]) => [letterOf.get(option) ?? option, mark] as const);
  return {
    ...(lettered.length > 0 ? { marks: Object.fromEntries(lettered) } : {}),
    ...rest,
    ...(isRight && question.explanation ? { explanation: richTexts(question.explanation) } : {}),
  };
}
