'use client';

import { useEffect, useState } from 'react';
import { answeringLearner } from '@/components/progress/progress-store';
import button from '@/components/ui/button.module.css';
import { type Locale, languageTags } from '@/lib/words/locale';
import { outboxWords } from '@/lib/words/outbox';
import { keep, remove, type Waiting } from './outbox';
import dialog from './outbox-dialog.module.css';
import quiz from './quiz.module.css';
import { whyRefused } from './rare-status';
import { dismiss, drain } from './send-answer';
import { onAnyTold } from './tellings';
import { saveUnsent } from './unsent-file';
import { type Unsent, unsentHere } from './unsent-here';

/** The learner's answers that the server does not have yet, with what can be done; says `none` when there are none. */
export function UnsentList({ locale, none }: { locale: Locale; none: string }) {
  const words = outboxWords[locale];
  const [unsent, setUnsent] = useState<Unsent>();
  useEffect(() => {
    const look = () => void unsentHere().then(setUnsent);
    look();
    return onAnyTold(look);
  }, []);
  if (!unsent) return null;
  const { mine, guests } = unsent;
  const again = () => void unsentHere().then(setUnsent);
  return (
    <>
      <p role="status">{mine.length > 0 ? words.count(mine.length) : none}</p>
      {mine.length > 0 && (
        <>
          <ul className={dialog.list}>
            {mine.map((answer) => (
              <UnsentAnswer key={answer.key} answer={answer} locale={locale} onDismissed={again} />
            ))}
          </ul>
          <p className={dialog.actions}>
            <button type="button" className={`${button.button} ${button.primary}`} onClick={drain}>
              {words.sendNow}
            </button>
            <button type="button" className={button.button} onClick={() => saveUnsent(mine)}>
              {words.download}
            </button>
          </p>
        </>
      )}
      {guests.length > 0 && (
        <>
          <p>{words.guests(guests.length)}</p>
          <p className={dialog.actions}>
            <button type="button" className={button.button} onClick={() => void adopt(guests).then(again)}>
              {words.adopt}
            </button>
            <button type="button" className={button.button} onClick={() => void forget(guests).then(again)}>
              {words.forget}
            </button>
          </p>
        </>
      )}
    </>
  );
}

type AnswerProps = { answer: Waiting; locale: Locale; onDismissed: () => void };

function UnsentAnswer({ answer, locale, onDismissed }: AnswerProps) {
  const words = outboxWords[locale];
  const { item, response, answeredAt, refused } = answer;
  const end = item.lastIndexOf('/');
  const anchor = `${isLog(response) ? 'task-' : ''}${item.slice(end + 1)}`;
  const date = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li>
      <a href={`/${locale}/learn/${item.slice(0, end)}#${anchor}`}>{nameOf(anchor)}</a>
      {answeredAt && <small>{words.answeredAt(date.format(new Date(answeredAt)))}</small>}
      {refused?.status === 'rejected' && (
        <small>
          {whyRefused(refused.code, locale)}{' '}
          <button type="button" className={quiz.more} onClick={() => void dismiss(refused).then(onDismissed)}>
            {words.dismiss}
          </button>
        </small>
      )}
    </li>
  );
}

async function adopt(answers: readonly Waiting[]): Promise<void> {
  const me = answeringLearner();
  if (!me) return;
  for (const answer of answers) await keep({ ...answer, learner: me.id, guest: false });
  drain();
}

async function forget(answers: readonly Waiting[]): Promise<void> {
  for (const answer of answers) await remove(answer);
}

/** What is asked, where it stands on this page; else the item's own id. */
function nameOf(anchor: string): string {
  const asked = document.getElementById(anchor);
  return asked?.querySelector('legend p')?.textContent ?? asked?.getAttribute('aria-label') ?? anchor;
}

/** What was done in a lab: its task stands on the page under another name. */
function isLog(response: unknown): boolean {
  return response !== null && typeof response === 'object' && 'actions' in response;
}
