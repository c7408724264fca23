'use client';

import { useEffect, useState } from 'react';
import { onSending } from '@/components/quiz/send-answer';
import button from '@/components/ui/button.module.css';
import styles from './review.module.css';

type Props = {
  item: string;
  /** Where to go once it is answered, and where when it is put off; the server has drawn both. */
  next: { href: string; label: string };
  notNow: { href: string; label: string } | undefined;
  left: string;
  waiting: string;
};

/** The way on: "Not now" until there is an answer, then "Next". */
export function NextStep({ item, next, notNow, left, waiting }: Props) {
  const [answered, setAnswered] = useState<'no' | 'kept' | 'yes'>('no');
  useEffect(
    () =>
      onSending(item, (sending) => {
        if (sending.kind === 'waiting') setAnswered((before) => (before === 'yes' ? 'yes' : 'kept'));
        if (sending.kind === 'result' && /scored|received|deferred/.test(sending.result.status)) setAnswered('yes');
      }),
    [item],
  );
  return (
    <p className={styles.next}>
      {answered !== 'no' ? (
        // What is not on the server yet would be asked again: it is put off until then.
        <a
          className={`${button.button} ${button.primary}`}
          href={answered === 'kept' && notNow ? notNow.href : next.href}
        >
          {next.label}
        </a>
      ) : (
        notNow && (
          <a className={`${button.button} ${button.quiet}`} href={notNow.href}>
            {notNow.label}
          </a>
        )
      )}
      <span className={styles.quiet}>{answered === 'kept' ? waiting : left}</span>
    </p>
  );
}
