'use client';

import { type ReactNode, useActionState, useEffect, useRef } from 'react';
import styles from '@/components/account/account.module.css';
import { AccountField, type FieldSpec } from '@/components/account/account-field';
import type { FormState } from '@/components/account/form-state';
import button from '@/components/ui/button.module.css';

/** What an action of the administration says: also a text to be copied and handed over. */
export type AdminState = FormState & { readonly toCopy?: { readonly label: string; readonly text: string } };
export type AdminAction = (before: AdminState, form: FormData) => Promise<AdminState>;

type Props = {
  action: AdminAction;
  hidden: Readonly<Record<string, string>>;
  submit: string;
  sending: string;
  tone?: 'primary' | 'danger' | 'plain';
  fields?: readonly FieldSpec[];
  children?: ReactNode;
};

/** A form that says below itself what came of it; without scripts the page comes back with the same. */
export function AdminForm({ action, hidden, submit, sending, tone = 'plain', fields = [], children }: Props) {
  const [state, run, isSending] = useActionState(action, {});
  const form = useRef<HTMLFormElement>(null);
  const isBusy = isSending || state.goTo !== undefined;

  useEffect(() => {
    if (state.goTo) location.assign(state.goTo);
    else form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-to-copy]')?.focus();
  }, [state]);

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
          className={`${button.button} ${tone === 'plain' ? '' : button[tone]}`}
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
      {state.toCopy && (
        <p className={styles.note}>
          <label>
            {state.toCopy.label}
            <input
              readOnly
              data-to-copy
              value={state.toCopy.text}
              style={{ inlineSize: '100%', fontFamily: 'var(--code)' }}
              onFocus={(event) => event.currentTarget.select()}
            />
          </label>
        </p>
      )}
    </form>
  );
}
