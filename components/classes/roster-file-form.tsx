'use client';

import { useActionState, useEffect } from 'react';
import account from '@/components/account/account.module.css';
import type { FormAction } from '@/components/account/form-state';
import button from '@/components/ui/button.module.css';
import { Field } from '@/components/ui/field';

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  label: string;
  hint: string;
  submit: string;
  sending: string;
};

/** Chooses a roster file and sends it; the faults of a file that cannot be read stand above. */
export function RosterFileForm({ action, hidden, label, hint, submit, sending }: Props) {
  const [state, run, isSending] = useActionState(action, {});
  const isBusy = isSending || state.goTo !== undefined;
  useEffect(() => {
    if (state.goTo) location.assign(state.goTo);
  }, [state]);
  return (
    <form action={run} className={account.form}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state.problem && (
        <p role="alert" className={account.problem}>
          {state.problem}
        </p>
      )}
      <Field
        type="file"
        name="file"
        label={label}
        hint={hint}
        error={state.errors?.file}
        accept=".csv,.tsv,.txt,.zip"
        required
      />
      <p className={account.actions}>
        <button type="submit" className={`${button.button} ${button.primary}`} aria-disabled={isBusy || undefined}>
          {isBusy ? sending : submit}
        </button>
      </p>
    </form>
  );
}
