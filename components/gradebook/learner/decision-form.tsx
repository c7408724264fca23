'use client';

import { useActionState, useEffect, useId, useRef } from 'react';
import type { FormAction } from '@/components/account/form-state';
import button from '@/components/ui/button.module.css';
import styles from './learner.module.css';

export type DecisionWords = Readonly<
  Record<
    | 'kind'
    | 'give'
    | 'excuse'
    | 'restore'
    | 'percentLabel'
    | 'percentHint'
    | 'reason'
    | 'reasonHint'
    | 'save'
    | 'saving'
    | 'cancel',
    string
  >
>;

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  /** The decision that stands: what the form begins with. */
  standing: { readonly kind: 'given' | 'excused' | ''; readonly percent: string; readonly reason: string };
  cancel: string;
  words: DecisionWords;
};

/** Gives a score, excuses, or takes either back. Without scripts the answer is a page, with them it stays here. */
export function DecisionForm({ action, hidden, standing, cancel, words }: Props) {
  const [state, run, isSending] = useActionState(action, {});
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const isBusy = isSending || state.goTo !== undefined;
  const { values, errors } = state;
  const kind = values?.kind ?? standing.kind;
  const choices = [
    ['given', words.give],
    ['excused', words.excuse],
    ...(standing.kind === '' ? [] : [['removed', words.restore]]),
  ];

  useEffect(() => {
    if (state.goTo) location.assign(state.goTo);
    else form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [state]);

  return (
    <form ref={form} action={run} className={styles.form}>
      {Object.entries({ ...hidden, ...(values?.follows && { follows: values.follows }) }).map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} defaultValue={value} />
      ))}
      {state.problem && (
        <p role="alert" className={styles.problem}>
          {state.problem}
        </p>
      )}
      <fieldset aria-describedby={errors?.kind && `${id}-kind`}>
        <legend>{words.kind}</legend>
        {choices.map(([value, text]) => (
          <label key={value} className={styles.choice}>
            <input type="radio" name="kind" value={value} defaultChecked={kind === value} required />
            <span>{text}</span>
          </label>
        ))}
        {errors?.kind && (
          <p id={`${id}-kind`} className={styles.error}>
            {errors.kind}
          </p>
        )}
      </fieldset>
      <div className={styles.field}>
        <label htmlFor={`${id}-p`}>{words.percentLabel}</label>
        <p id={`${id}-ph`} className={styles.hint}>
          {words.percentHint}
        </p>
        <input
          id={`${id}-p`}
          name="percent"
          inputMode="decimal"
          autoComplete="off"
          maxLength={20}
          defaultValue={values?.percent ?? standing.percent}
          aria-describedby={`${id}-ph${errors?.percent ? ` ${id}-pe` : ''}`}
          aria-invalid={errors?.percent ? true : undefined}
        />
        {errors?.percent && (
          <p id={`${id}-pe`} className={styles.error}>
            {errors.percent}
          </p>
        )}
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}-r`}>{words.reason}</label>
        <p id={`${id}-rh`} className={styles.hint}>
          {words.reasonHint}
        </p>
        <textarea
          id={`${id}-r`}
          name="reason"
          rows={3}
          maxLength={4000}
          defaultValue={values?.reason ?? standing.reason}
          aria-describedby={`${id}-rh${errors?.reason ? ` ${id}-re` : ''}`}
          aria-invalid={errors?.reason ? true : undefined}
        />
        {errors?.reason && (
          <p id={`${id}-re`} className={styles.error}>
            {errors.reason}
          </p>
        )}
      </div>
      <p className={styles.actions}>
        <button type="submit" className={`${button.button} ${button.primary}`} aria-disabled={isBusy || undefined}>
          {isBusy ? words.saving : words.save}
        </button>
        <a href={cancel}>{words.cancel}</a>
      </p>
    </form>
  );
}
