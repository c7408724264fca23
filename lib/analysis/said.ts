import { z } from 'zod';
import type { Kind } from '@/lib/quiz/public-kinds';
import type { Question, QuestionOf } from '@/lib/quiz/question';
import { saidLines } from '@/lib/quiz/solution-lines';
import { storedResponse } from '@/lib/quiz/stored-response';
import { inLocale, type Locale, type Localized } from '@/lib/words/locale';

/** What a stored response says, in lines of Markdown; undefined when it is none to this question, or a text of its own. */
export function said(question: Question, response: unknown): readonly Localized[] | undefined {
  if (question.kind === 'written') return undefined;
  try {
    return linesOf(question, response);
  } catch (error) {
    // Given when the question was of another kind.
    if (error instanceof z.ZodError) return undefined;
    throw error;
  }
}

function linesOf<K extends Kind>(question: QuestionOf<K>, response: unknown): readonly Localized[] {
  return saidLines(question, storedResponse(question.kind, response));
}

/** An answer that several learners gave at first. */
export type CommonAnswer = {
  readonly lines: readonly Localized[];
  readonly response: unknown;
  readonly isRight: boolean;
  readonly learners: number;
};

/** First answers that say the same, the commonest first. */
export function commonAnswers(
  question: Question,
  answers: readonly { readonly response: unknown; readonly isRight: boolean }[],
  locale: Locale,
): CommonAnswer[] {
  const found = new Map<string, CommonAnswer>();
  for (const { response, isRight } of answers) {
    const lines = said(question, response);
    if (!lines) continue;
    const key = JSON.stringify([lines.map((line) => inLocale(line, locale)), isRight]);
    const learners = (found.get(key)?.learners ?? 0) + 1;
    found.set(key, { lines, response, isRight, learners });
  }
  return [...found.values()].sort((one, other) => other.learners - one.learners);
}
