'use client';

import { type ReactNode, useActionState, useEffect, useRef } from 'react';
import account from '@/components/account/account.module.css';
import type { FormAction } from '@/components/account/form-state';
import button from '@/components/ui/button.module.css';
import { type ClassField, FormField } from './form-field';

type Props = {
  action: FormAction;
  fields: readonly ClassField[];
  hidden: Readonly<Record<string, string>>;
  submit: string;
  sending: string;
  tone?: 'primary' | 'danger' | 'plain';
  children?: ReactNode;
};

/** A form of the instructor's side: says what was wrong beside the field, keeps what was typed, and is a plain form without scripts. */
export function ClassForm({ action, fields, hidden, submit, sending, tone = 'plain', children }: Props) {
  const [state, run, isSending] = useActionState(action, {});
  const form = useRef<HTMLFormElement>(null);
  const isBusy = isSending || state.goTo !== undefined;
  useEffect(() => {
    if (state.goTo) location.assign(state.goTo);
    else form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [state]);
  return (
    <form ref={form} action={run} className={account.form}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state.problem && (
        <p role="alert" className={account.problem}>
          {state.problem}
        </p>
      )}
      {fields.map((field) => (
        <FormField
          // A form that was answered is drawn with what was sent; React would put its first values back.
          key={`${field.name} ${state.values?.[field.name] ?? ''}`}
          field={field}
          kept={state.values?.[field.name]}
          error={state.errors?.[field.name]}
        />
      ))}
      {children}
      <p className={account.actions}>
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
        <span role="status" className={account.done}>
          {state.done}
        </span>
      </p>
    </form>
  );
}
