'use client';

import { type ReactNode, useActionState, useEffect, useRef } from 'react';
import styles from '@/components/account/account.module.css';
import { AccountField, type FieldSpec } from '@/components/account/account-field';
import type { FormAction } from '@/components/account/form-state';
import { forgetNotes } from '@/components/notes/forget-notes';
import { answeringLearner, forgetLearner } from '@/components/progress/progress-store';
import button from '@/components/ui/button.module.css';

type Props = {
  action: FormAction;
  fields: readonly FieldSpec[];
  hidden: Readonly<Record<string, string>>;
  submit: string;
  sending: string;
  tone?: 'primary' | 'danger' | 'plain';
  /** Whoever is here leaves with it. */
  leaves?: boolean;
  /** Further controls, between the fields and the button. */
  children?: ReactNode;
};

/** A form whose answer is a page without scripts, and stays in place with them. */
export function ActionForm({ action, fields, hidden, submit, sending, tone = 'plain', leaves, children }: Props) {
  const [state, run, isSending] = useActionState(action, {});
  const form = useRef<HTMLFormElement>(null);
  const isBusy = isSending || state.goTo !== undefined;

  useEffect(() => {
    // A new page, not a turn within this one: the header must learn who is here.
    if (state.goTo) {
      if (leaves) {
        forgetNotes(answeringLearner()?.id ?? '');
        forgetLearner();
      }
      location.assign(state.goTo);
    } else form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [state, leaves]);

  return (
    <form ref={form} action={run} className={styles.form}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state.problem && (
        <p role="alert" className={styles.problem}>
          {state.problem}
        </p>
      )}
      {fields.map((field) => (
        <AccountField
          key={field.name}
          {...field}
          defaultValue={state.values?.[field.name] ?? field.defaultValue}
          error={state.errors?.[field.name]}
        />
      ))}
      {children}
      <p className={styles.actions}>
        <button
          type="submit"
          className={`${button.button} ${tone === 'plain' ? '' : button[tone]} ${tone === 'primary' ? button.wide : ''}`}
          aria-disabled={isBusy || undefined}
          onClick={(event) => {
            if (isBusy) event.preventDefault();
          }}
        >
          {isBusy ? sending : submit}
        </button>
        <span role="status" className={styles.done}>
          {state.done}
        </span>
      </p>
    </form>
  );
}
