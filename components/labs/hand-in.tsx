'use client';
import { useEffect, useRef, useState } from 'react';
import { onProgress } from '@/components/progress/progress-store';
import { whyRefused } from '@/components/quiz/rare-status';
import { drain, onSending, type Sending, sendAnswer } from '@/components/quiz/send-answer';
import { SendingActions } from '@/components/quiz/sending-actions';
import type { AnswerResult } from '@/lib/quiz/answer';
import { labWords } from '@/lib/words/lab';
import type { Locale } from '@/lib/words/locale';
import styles from './lab.module.css';

type Props = {
  locale: Locale;
  item: string;
  version: string;
  log: readonly unknown[];
  sitting: string | undefined;
  assignment: string | undefined;
};

/** Hands in what was done: the log, never the state. The server replays it. */
export function HandIn({ locale, item, version, log, sitting, assignment }: Props) {
  const words = labWords[locale];
  const [sending, setSending] = useState<Sending | null>(null);
  const before = useBefore(item);
  useEffect(() => onSending(item, setSending), [item]);
  const busy = sending?.kind === 'sending';
  const sent = useRef('');

  function handIn() {
    if (busy) return;
    const text = JSON.stringify(log);
    // The same once more is not another answer: it waits.
    if (sending?.kind === 'waiting' && sent.current === text) return drain();
    sent.current = text;
    sendAnswer({ item, version, response: { actions: log }, sitting, assignment }, 'goes-on');
  }

  return (
    <div className={styles.handIn}>
      <button
        type="button"
        className={`${styles.button} ${styles.primary}`}
        data-press="tool:hand-in"
        aria-disabled={busy}
        onClick={handIn}
      >
        {busy ? words.handingIn : sending === null && before === null ? words.handIn : words.handInAgain}
      </button>
      <p role="status" data-verdict={sending?.kind === 'result' ? verdictOf(sending.result) : undefined}>
        {sending === null ? (before === null ? words.handInHint : words.before[before]) : tell(sending, locale)}
      </p>
      {sending && <SendingActions sending={sending} locale={locale} onDismissed={() => setSending(null)} />}
    </div>
  );
}

/** What became of this task on an earlier visit. */
function useBefore(item: string): 'solved' | 'tried' | null {
  const [best, setBest] = useState<number | null>(null);
  useEffect(() => {
    const end = item.lastIndexOf('/');
    return onProgress((progress) => {
      setBest(progress?.lessons[item.slice(0, end)]?.items[item.slice(end + 1)]?.best ?? null);
    });
  }, [item]);
  return best === null ? null : best === 1 ? 'solved' : 'tried';
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
      return result.code === 'unknown-version' ? words.changed : whyRefused(result.code, locale);
  }
}
