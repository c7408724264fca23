'use client';

import { useActionState } from 'react';
import styles from '@/components/account/account.module.css';
import button from '@/components/ui/button.module.css';
import field from '@/components/ui/field.module.css';

/** What was made or switched off just now. The address is told once. */
export type CalendarState = { readonly address?: string; readonly done?: string; readonly problem?: string };

type Props = {
  action: (before: CalendarState, form: FormData) => Promise<CalendarState>;
  locale: string;
  /** There is an address already. */
  hasOne: boolean;
  words: { made: string; make: string; renew: string; renewText: string; remove: string };
};

/** Makes the address of a calendar, shows it once, switches it off. */
export function CalendarForm({ action, locale, hasOne, words }: Props) {
  const [state, run, isBusy] = useActionState(action, {});
  const isThere = state.address !== undefined || (hasOne && state.done === undefined);
  return (
    <form action={run} className={styles.form}>
      <input type="hidden" name="locale" value={locale} />
      {state.problem && (
        <p role="alert" className={styles.problem}>
          {state.problem}
        </p>
      )}
      <p role="status" className={styles.note}>
        {state.done}
      </p>
      {state.address && (
        <div className={field.field}>
          <input
            type="url"
            readOnly
            value={state.address}
            aria-label={words.made}
            onFocus={(event) => event.target.select()}
          />
        </div>
      )}
      <p className={styles.actions}>
        <button type="submit" name="do" value="make" className={button.button} aria-disabled={isBusy || undefined}>
          {isThere ? words.renew : words.make}
        </button>
        {isThere && (
          <>
            <button
              type="submit"
              name="do"
              value="remove"
              className={`${button.button} ${button.quiet}`}
              aria-disabled={isBusy || undefined}
            >
              {words.remove}
            </button>
            <small>{words.renewText}</small>
          </>
        )}
      </p>
    </form>
  );
}
