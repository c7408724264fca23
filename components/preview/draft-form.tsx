'use client';

import { type ReactNode, useMemo, useState } from 'react';
import quiz from '@/components/quiz/quiz.module.css';
import { QuizContext } from '@/components/quiz/quiz-context';
import button from '@/components/ui/button.module.css';
import type { Locale } from '@/lib/words/locale';

type Props = {
  locale: Locale;
  /** A variant's numbers, so that a reviewer sees some. */
  holes: Record<string, string> | undefined;
  check: string;
  /** Given, so that the form brings no words of its own. */
  refused: string;
  children: ReactNode;
};

/** A question of a draft: it can be filled in as learners will, and says kindly that nothing is checked. It sends nothing anywhere. */
export function DraftForm({ locale, holes, check, refused, children }: Props) {
  const [isTold, tell] = useState(false);
  const context = useMemo(() => ({ locale, feedback: undefined, holes }), [locale, holes]);
  return (
    // Without scripts the button leads to the top of the page, where the same is said.
    <form
      className={quiz.form}
      action="#refused"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        tell(true);
      }}
    >
      <QuizContext value={context}>{children}</QuizContext>
      <div className={quiz.foot}>
        <button type="submit" className={`${button.button} ${button.primary}`}>
          {check}
        </button>
        <div role="status" className={quiz.status}>
          {isTold && <p>{refused}</p>}
        </div>
      </div>
    </form>
  );
}
