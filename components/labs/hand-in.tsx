'use client';
import { useEffect, useState } from 'react';
import { onSending, type Sending, sendAnswer } from '@/components/quiz/send-answer';
import type { AnswerResult } from '@/lib/quiz/answer';
import { labWords } from '@/lib/words/lab';
import type { Locale } from '@/lib/words/locale';
import styles from './lab.module.css';

type Props = { locale: Locale; item: string; version: string; log: readonly unknown[] };

/** Hands in what was done: the log, never the state. The server replays it. */
export function HandIn({ locale, item, version, log }: Props) {
  const words = labWords[locale];
  const [sending, setSending] = useState<Sending | null>(null);
  useEffect(() => onSending(item, setSending), [item]);
  const busy = sending?.kind === 'sending';
  return (
    <div className={styles.handIn}>
      <button
        type="button"
        className={`${styles.button} ${styles.primary}`}
        data-press="tool:hand-in"
        aria-disabled={busy}
        onClick={() => !busy && sendAnswer({ item, version, response: { actions: log } })}
      >
        {busy ? words.handingIn : sending === null ? words.handIn : words.handInAgain}
      </button>
      <p role="status" data-verdict={sending?.kind === 'result' ? verdictOf(sending.result) : undefined}>
        {sending === null ? words.handInHint : tell(sending, locale)}
      </p>
    </div>
  );
}

function verdictOf(result: AnswerResult): 'right' | 'wrong' | undefined {
  if (result.status !== 'scored') return undefined;
  return result.earned === result.possible ? 'right' : 'wrong';
}

function tell(sending: Sending, locale: Locale): string {
  const words = labWords[locale];
  switch (sending.kind) {
    case 'sending':
      return words.handingIn;
    case 'waiting':
      return words.notSent;
    case 'signed-out':
      return words.signedOut;
    case 'result':
      return tellResult(sending.result, locale);
  }
}

function tellResult(result: AnswerResult, locale: Locale): string {
  const words = labWords[locale];
  switch (result.status) {
    case 'scored':
      return result.earned === result.possible ? words.solved : words.unsolved;
    case 'received':
      return words.received;
    case 'deferred':
      return words.deferred;
    case 'incomplete':
      return words.nothingDone;
    case 'rejected':
      return result.code === 'unknown-version' ? words.changed : words.rejected(result.code);
  }
}
