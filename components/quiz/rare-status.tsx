import type { AnswerResult, Missing, RejectionCode } from '@/lib/quiz/answer';
import type { Locale } from '@/lib/words/locale';
import { quizTroubleWords } from '@/lib/words/quiz-trouble';

export type RareSaid = { kind: 'incomplete'; missing: Missing } | Extract<AnswerResult, { status: RareStatusName }>;
type RareStatusName = 'incomplete' | 'rejected' | 'deferred';

/** What is seldom said beside a form's button. Its many sentences come when the first of them is needed. */
export function RareStatus({ said, locale }: { said: RareSaid; locale: Locale }) {
  const words = quizTroubleWords[locale];
  if ('missing' in said) return <p>{words.missing[said.missing]}</p>;
  if (said.status === 'rejected') return <p>{whyRefused(said.code, locale)}</p>;
  return <p>{words.deferred}</p>;
}

/** Why the server would not take an answer, as far as there is a sentence for it. */
export function whyRefused(code: RejectionCode, locale: Locale): string {
  const words = quizTroubleWords[locale];
  const sentences: Readonly<Record<string, string | undefined>> = words.whyRefused;
  return sentences[code] ?? words.refused;
}
