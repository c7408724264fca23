'use client';

import { useActionState, useEffect, useId, useRef } from 'react';
import type { FormAction } from '@/components/account/form-state';
import button from '@/components/ui/button.module.css';
import styles from './learner.module.css';

export type CommentWords = Readonly<
  Record<'commentLabel' | 'toLearner' | 'amongStaff' | 'audience' | 'write' | 'saving', string>
>;

type Props = { action: FormAction; hidden: Readonly<Record<string, string>>; words: CommentWords };

/** Says something to a learner's work, to the learner or among staff. */
export function CommentForm({ action, hidden, words }: Props) {
  const [state, run, isSending] = useActionState(action, {});
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const isBusy = isSending || state.goTo !== undefined;
  const error = state.errors?.text;
  const audience = state.values?.audience ?? 'learner';

  useEffect(() => {
    if (state.goTo) {
      location.assign(state.goTo);
      // The same address with another fragment would be no new page.
      location.reload();
    } else form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [state]);

  return (
    <form ref={form} action={run} className={styles.form}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} defaultValue={value} />
      ))}
      {state.problem && (
        <p role="alert" className={styles.problem}>
          {state.problem}
        </p>
      )}
      <div className={styles.field}>
        <label htmlFor={`${id}-t`}>{words.commentLabel}</label>
        <textarea
          id={`${id}-t`}
          name="text"
          rows={3}
          maxLength={8000}
          defaultValue={state.values?.text}
          aria-describedby={error ? `${id}-e` : undefined}
          aria-invalid={error ? true : undefined}
        />
        {error && (
          <p id={`${id}-e`} className={styles.error}>
            {error}
          </p>
        )}
      </div>
      <fieldset className={styles.audience}>
        <legend className="visually-hidden">{words.audience}</legend>
        <label className={styles.choice}>
          <input type="radio" name="audience" value="learner" defaultChecked={audience !== 'staff'} />
          <span>{words.toLearner}</span>
        </label>
        <label className={styles.choice}>
          <input type="radio" name="audience" value="staff" defaultChecked={audience === 'staff'} />
          <span>{words.amongStaff}</span>
        </label>
      </fieldset>
      <p className={styles.actions}>
        <button type="submit" className={button.button} aria-disabled={isBusy || undefined}>
          {isBusy ? words.saving : words.write}
        </button>
      </p>
    </form>
  );
}
