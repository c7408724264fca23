'use client';

import { useActionState } from 'react';
import account from '@/components/account/account.module.css';
import button from '@/components/ui/button.module.css';
import { CardSheet, type CardWords, type PrintedCard } from './card-sheet';

/** What making cards answered: the codes stand nowhere else. */
export type CardsMade = {
  readonly problem?: string;
  readonly print?: string;
  readonly cards?: readonly PrintedCard[];
  readonly words?: CardWords;
};

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
  const { cards, words } = state;
  if (cards && words)
    return (
      <>
        <p role="status" data-screen-only>
          {state.print}
        </p>
        <CardSheet cards={cards} words={words} />
      </>
    );
  return (
    <form action={run}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {learners.map((id) => (
        <input key={id} type="hidden" name="member" value={id} />
      ))}
      {state.problem && (
        <p role="alert" className={account.problem}>
          {state.problem}
        </p>
      )}
      <p>{hint}</p>
      <p className={account.actions}>
        <button type="submit" className={`${button.button} ${button.primary}`} disabled={isSending}>
          {submit}
        </button>
      </p>
    </form>
  );
}
