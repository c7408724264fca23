'use client';

import { type ReactNode, useActionState, useEffect, useMemo, useRef } from 'react';
import quiz from '@/components/quiz/quiz.module.css';
import { QuizContext } from '@/components/quiz/quiz-context';
import button from '@/components/ui/button.module.css';
import { liveWords } from '@/lib/words/live';
import type { Locale } from '@/lib/words/locale';
import styles from './live.module.css';

export type VoteState = {
  readonly said?: 'voted' | 'over' | 'busy' | 'rejected' | 'signedOut' | 'incomplete';
};
export type VoteAction = (before: VoteState, form: FormData) => Promise<VoteState>;

type Props = {
  action: VoteAction;
  classId: string;
  locale: Locale;
  round: string;
  kind: string;
  hasVoted: boolean;
  children: ReactNode;
};

/** The question that the class votes on: a form like any question's, that tells nothing of right and wrong. Works without scripts. */
export function VoteForm({ action, classId, locale, round, kind, hasVoted, children }: Props) {
  const words = liveWords[locale].room;
  const [state, run, isSending] = useActionState(action, {});
  const form = useRef<HTMLFormElement>(null);
  const context = useMemo(() => ({ locale, feedback: undefined }), [locale]);
  const isIn = hasVoted || state.said === 'voted';
  useEffect(() => {
    // What was chosen stays: React empties a form when its action is done.
    const keep = (event: Event) => event.preventDefault();
    const element = form.current;
    element?.addEventListener('reset', keep);
    return () => element?.removeEventListener('reset', keep);
  }, []);
  return (
    <form ref={form} action={run} className={`${quiz.form} ${styles.vote}`}>
      <input type="hidden" name="class" value={classId} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="round" value={round} />
      <input type="hidden" name="kind" value={kind} />
      <QuizContext value={context}>{children}</QuizContext>
      <button
        type="submit"
        className={`${button.button} ${button.primary}`}
        aria-disabled={isSending || undefined}
        onClick={(event) => {
          if (isSending) event.preventDefault();
        }}
      >
        {isSending ? words.sending : isIn ? words.changeVote : words.vote}
      </button>
      <p role="status" className={styles.said}>
        {state.said ? words[state.said] : isIn ? words.votedSome : ''}
      </p>
    </form>
  );
}
