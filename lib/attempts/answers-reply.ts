import type { AnswerResult } from '@/lib/quiz/answer';

export type AnswersError = { error: { code: string; message: string; field?: string } };

/** What POST /api/answers answers: results in the order of the answers, or one reason for the whole call. */
export type AnswersReply =
  | { status: 200; body: { results: AnswerResult[] } }
  | { status: 400 | 401 | 413; body: AnswersError }
  /** Too much at once: the outbox waits that long and sends again. */
  | { status: 429 | 503; body: AnswersError; retryAfterSeconds: number };
