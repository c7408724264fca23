'use client';

import { type ReactNode, useActionState } from 'react';
import account from '@/components/account/account.module.css';
import button from '@/components/ui/button.module.css';

/** The sheet, drawn by the server: the codes stand nowhere else. */
export type CardsMade = { readonly sheet?: ReactNode };

type Props = {
  action: (before: CardsMade, form: FormData) => Promise<CardsMade>;
  hidden: Readonly<Record<string, string>>;
  learners: readonly string[];
  submit: string;
  hint: string;
};

/** One press makes the cards and shows them to be printed. */
export function CardMaker({ action, hidden, learners, submit, hint }: Props) {
  const [state, run, isSending] = useActionState(action, {});
  if (state.sheet) return state.sheet;
  return (
    <form action={run}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {learners.map((id) => (
        <input key={id} type="hidden" name="member" value={id} />
      ))}
      <p>{hint}</p>
      <p className={account.actions}>
        <button type="submit" className={`${button.button} ${button.primary}`} disabled={isSending}>
          {submit}
        </button>
      </p>
    </form>
  );
}
