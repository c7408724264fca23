'use client';

import { useActionState, useId } from 'react';
import button from '@/components/ui/button.module.css';
import { liveWords } from '@/lib/words/live';
import type { Locale } from '@/lib/words/locale';
import styles from './live.module.css';

export type ShareLinkState = {
  readonly problem?: 'badLink' | 'oldLink' | 'longLink' | 'closed';
  readonly link?: string;
};
export type ShareLinkAction = (before: ShareLinkState, form: FormData) => Promise<ShareLinkState>;

/** A lab by its link, as its Share button makes it. Works without scripts. */
export function LabLinkForm({ locale, classId, action }: { locale: Locale; classId: string; action: ShareLinkAction }) {
  const words = liveWords[locale];
  const [state, run, isSending] = useActionState(action, {});
  const id = useId();
  const problem = state.problem && (state.problem === 'closed' ? words.closedTitle : words[state.problem]);
  return (
    <form action={run}>
      <input type="hidden" name="class" value={classId} />
      <input type="hidden" name="locale" value={locale} />
      <div className={styles.pick}>
        <label>
          {words.labLink}
          <input
            key={state.link}
            name="link"
            maxLength={10_000}
            defaultValue={state.link}
            autoComplete="off"
            aria-describedby={`${id}-hint`}
            aria-invalid={problem ? true : undefined}
          />
        </label>
        <button type="submit" className={button.button} aria-disabled={isSending || undefined}>
          {words.shareLink}
        </button>
      </div>
      <p id={`${id}-hint`} className={problem ? styles.error : styles.quiet} role={problem ? 'alert' : undefined}>
        {problem ?? words.labLinkHint}
      </p>
    </form>
  );
}
