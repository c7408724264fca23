'use client';

import { type KeyboardEvent, type ReactNode, useActionState, useEffect, useId, useRef } from 'react';
import type { FormAction } from '@/components/account/form-state';
import button from '@/components/ui/button.module.css';
import learner from '../learner/learner.module.css';
import styles from './marking.module.css';

export type FormCriterion = {
  readonly id: string;
  readonly most: number;
  readonly points: string;
  /** `of 3 points` */
  readonly of: string;
  /** Its words and what is said to whoever marks, as the server drew them. */
  readonly text: ReactNode;
  readonly name: string;
};

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  criteria: readonly FormCriterion[];
  comment: string;
  words: Readonly<Record<'comment' | 'commentHint' | 'save' | 'saving' | 'keys', string>>;
};

/** The rubric of a question with the points of one answer. Ctrl+Enter saves from anywhere in it. */
export function MarkingForm({ action, hidden, criteria, comment, words }: Props) {
  const [state, run, isSending] = useActionState(action, {});
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const { values, errors } = state;
  const isBusy = isSending || state.goTo !== undefined;

  useEffect(() => {
    if (state.goTo) location.assign(state.goTo);
    else form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [state]);

  function saveByKey(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  }

  return (
    <form ref={form} action={run} className={learner.form} onKeyDown={saveByKey}>
      {Object.entries({ ...hidden, ...(values?.follows && { follows: values.follows }) }).map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} defaultValue={value} />
      ))}
      {state.problem && (
        <p role="alert" className={learner.problem}>
          {state.problem}
        </p>
      )}
      {criteria.map(({ id: criterion, most, points, of, text, name }) => {
        const field = `points ${criterion}`;
        const error = errors?.[field];
        return (
          <div key={criterion} className={styles.criterion}>
            <div id={`${id}-${criterion}`}>{text}</div>
            <p className={styles.points}>
              <input type="hidden" name={`most ${criterion}`} value={most} />
              <input
                name={field}
                inputMode="decimal"
                autoComplete="off"
                maxLength={12}
                size={4}
                defaultValue={values?.[field] ?? points}
                aria-label={name}
                aria-describedby={`${id}-${criterion}${error ? ` ${id}-${criterion}-e` : ''}`}
                aria-invalid={error ? true : undefined}
              />{' '}
              {of}
            </p>
            {error && (
              <p id={`${id}-${criterion}-e`} className={learner.error}>
                {error}
              </p>
            )}
          </div>
        );
      })}
      <div className={learner.field}>
        <label htmlFor={`${id}-c`}>{words.comment}</label>
        <p id={`${id}-ch`} className={learner.hint}>
          {words.commentHint}
        </p>
        <textarea
          id={`${id}-c`}
          name="comment"
          rows={3}
          maxLength={8000}
          defaultValue={values?.comment ?? comment}
          aria-describedby={`${id}-ch${errors?.comment ? ` ${id}-ce` : ''}`}
          aria-invalid={errors?.comment ? true : undefined}
        />
        {errors?.comment && (
          <p id={`${id}-ce`} className={learner.error}>
            {errors.comment}
          </p>
        )}
      </div>
      <p className={learner.actions}>
        <button type="submit" className={`${button.button} ${button.primary}`} aria-disabled={isBusy || undefined}>
          {isBusy ? words.saving : words.save}
        </button>
        <span className={learner.hint}>{words.keys}</span>
      </p>
    </form>
  );
}
