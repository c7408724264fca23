'use client';

import { answeringLearner } from '@/components/progress/progress-store';
import button from '@/components/ui/button.module.css';
import type { Locale } from '@/lib/words/locale';
import { quizWords } from '@/lib/words/quiz';
import styles from './quiz.module.css';
import { dismiss, type Sending } from './send-answer';

type Props = { sending: Sending; locale: Locale; onDismissed: () => void };

/** What can be done about an answer that the server does not have. What it takes is loaded when it is wanted. */
export function SendingActions({ sending, locale, onDismissed }: Props) {
  const words = quizWords[locale];
  const unsent = (
    <button type="button" className={styles.more} onClick={() => showUnsent(locale)}>
      {words.seeUnsent}
    </button>
  );
  if (sending.kind === 'waiting') return unsent;
  if (sending.kind === 'signed-out')
    return (
      <>
        <button type="button" className={button.button} onClick={() => signInHere(locale)}>
          {words.signIn}
        </button>
        {unsent}
      </>
    );
  if (sending.kind !== 'result' || sending.result.status !== 'rejected') return null;
  const { result } = sending;
  return (
    <>
      <button type="button" className={button.button} onClick={() => dismiss(result).then(onDismissed)}>
        {words.dismiss}
      </button>
      {unsent}
    </>
  );
}

async function showUnsent(locale: Locale): Promise<void> {
  try {
    (await import('./unsent-dialog')).openUnsent(locale);
  } catch {
    location.assign(`/${locale}/progress#unsent`);
  }
}

async function signInHere(locale: Locale): Promise<void> {
  try {
    (await import('./sign-in-dialog')).openSignIn(locale, answeringLearner()?.id);
  } catch {
    location.assign(`/${locale}/sign-in?callbackUrl=${encodeURIComponent(location.pathname)}`);
  }
}
