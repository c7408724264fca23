'use client';

import { createContext, type ReactNode, startTransition, use, useActionState, useEffect, useRef } from 'react';
import button from '@/components/ui/button.module.css';
import { Notice } from '@/components/ui/notice';
import styles from './work-form.module.css';
import type { WorkFormAction, WorkFormState } from './work-form-state';

const FormContext = createContext<WorkFormState>({});

/** For the fields: what was typed before, and what is wrong with it. */
export function useWorkForm(): WorkFormState {
  return use(FormContext);
}

type Props = {
  action: WorkFormAction;
  hidden: Readonly<Record<string, string>>;
  submit: string;
  sending: string;
  tone?: 'primary' | 'danger' | 'plain';
  children?: ReactNode;
};

/** A form that is answered by a whole page without scripts, and stays in place, with all that was ticked, with them. */
export function WorkForm({ action, hidden, submit, sending, tone = 'plain', children }: Props) {
  const [state, run, isSending] = useActionState(action, {});
  const form = useRef<HTMLFormElement>(null);
  const isBusy = isSending || state.goTo !== undefined;

  useEffect(() => {
    if (state.goTo) location.assign(state.goTo);
    else form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-answer]')?.focus();
  }, [state]);

  return (
    <form
      ref={form}
      action={run}
      className={styles.form}
      onSubmit={(event) => {
        // React would empty the form after the action; what was ticked stays instead.
        event.preventDefault();
        const { currentTarget, nativeEvent } = event;
        const pressed = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
        if (!isBusy) startTransition(() => run(new FormData(currentTarget, pressed)));
      }}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state.problem && (
        <p role="alert" className={styles.problem} data-answer tabIndex={-1}>
          {state.problem}
        </p>
      )}
      <FormContext value={state}>{children}</FormContext>
      {state.warnings && (
        <div role="alert" data-answer tabIndex={-1}>
          <Notice title={state.warnings.title}>
            <p>{state.warnings.text}</p>
            <ul>
              {state.warnings.list.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <button
              type="submit"
              name="anyway"
              value="yes"
              className={`${button.button} ${button.danger}`}
              aria-disabled={isBusy || undefined}
            >
              {state.warnings.submit}
            </button>
          </Notice>
        </div>
      )}
      <p className={styles.actions}>
        <button
          type="submit"
          className={`${button.button} ${tone === 'plain' ? '' : button[tone]}`}
          aria-disabled={isBusy || undefined}
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
