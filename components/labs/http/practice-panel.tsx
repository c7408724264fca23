'use client';
import { useState } from 'react';
import { sendAnswer } from '@/components/quiz/send-answer';
import type { HttpAction } from '@/lib/labs/http/action';
import { httpViewWords } from '@/lib/words/http-view';
import type { Locale } from '@/lib/words/locale';
import lab from '../lab.module.css';
import type { PracticeProps } from '../lab-view';
import styles from './http.module.css';
import { type Asked, actionsOf, openPractice, type Practice, type PracticeLog, readPracticeLog } from './practice-call';
import { firstLine } from './shown-message';

type Shown =
  | { kind: 'closed' | 'asking' | 'failed' | 'nobody' }
  | { kind: 'open'; practice: Practice; log: PracticeLog['requests'] };

/** The same server at a real address, or why it is of no use here. */
export function PracticePanel({ unfit, ...props }: PracticeProps<HttpAction>) {
  if (unfit === null) return <PracticeServer {...props} />;
  return (
    <details className={styles.practice}>
      <summary>{httpViewWords[props.locale].practice}</summary>
      <p>{unfit}</p>
    </details>
  );
}

/** A line for the terminal, what has come there, and handing that in. */
function PracticeServer({ locale, task, act }: Omit<PracticeProps<HttpAction>, 'unfit'>) {
  const words = httpViewWords[locale];
  const item = task?.item ?? '';
  const [shown, setShown] = useState<Shown>({ kind: 'closed' });
  const open = async (anew: boolean) => {
    setShown({ kind: 'asking' });
    const given = await openPractice(item, anew);
    setShown(given.kind === 'told' ? await withLog(given.value, item) : given);
  };
  const look = async () => {
    if (shown.kind === 'open') setShown(await withLog(shown.practice, item));
  };
  return (
    <details className={styles.practice}>
      <summary>{words.practice}</summary>
      <p>{words.practiceAbout}</p>
      {shown.kind === 'open' ? (
        <Opened locale={locale} practice={shown.practice} log={shown.log} />
      ) : (
        <p role="status">{statusOf(shown.kind, locale)}</p>
      )}
      <p className={styles.row}>
        {shown.kind !== 'open' && (
          <button type="button" className={lab.button} onClick={() => void open(false)}>
            {words.getPractice}
          </button>
        )}
        {shown.kind === 'open' && (
          <>
            <button type="button" className={lab.button} onClick={() => void look()}>
              {words.look}
            </button>
            {shown.log.length > 0 && (
              <button type="button" className={lab.button} onClick={() => actionsOf(shown.log).forEach(act)}>
                {words.bringIn}
              </button>
            )}
            <button type="button" className={lab.button} onClick={() => void open(true)}>
              {words.practiceAnew}
            </button>
            {task && (
              <button
                type="button"
                className={lab.button}
                onClick={() => sendAnswer({ ...task, response: { practice: true } }, 'goes-on')}
              >
                {words.practiceHandIn}
              </button>
            )}
          </>
        )}
      </p>
    </details>
  );
}

async function withLog(practice: Practice, item: string): Promise<Shown> {
  const log: Asked<PracticeLog> = await readPracticeLog(item);
  return log.kind === 'told' ? { kind: 'open', practice, log: log.value.requests } : log;
}

function statusOf(kind: Exclude<Shown['kind'], 'open'>, locale: Locale): string {
  const words = httpViewWords[locale];
  return { closed: '', asking: words.gettingPractice, failed: words.practiceFailed, nobody: words.practiceGone }[kind];
}

function Opened({ locale, practice, log }: { locale: Locale; practice: Practice; log: PracticeLog['requests'] }) {
  const words = httpViewWords[locale];
  const until = new Date(practice.expiresAt).toLocaleString(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <>
      <CurlLine locale={locale} line={`curl -i ${location.origin}${practice.path}/`} />
      <p>{words.practiceUntil(until)}</p>
      <p role="status">{log.length === 0 ? words.practiceNone : words.practiceCount(log.length)}</p>
      {log.length > 0 && (
        <ol aria-label={words.practiceLog}>
          {log.map(({ at, text }, number) => (
            <li key={keyAt(number)}>
              {firstLine(Uint8Array.from(text.slice(0, 100), (one) => one.charCodeAt(0)))}{' '}
              <span>{words.later(at)}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

/** A log is added to and never reordered. */
function keyAt(place: number): string {
  return String(place);
}

/** Copied where the browser lets us (it does not on plain http in a LAN); else selected. */
function CurlLine({ locale, line }: { locale: Locale; line: string }) {
  const words = httpViewWords[locale];
  const [told, setTold] = useState('');
  const copy = (input: HTMLInputElement | null) => {
    input?.select();
    const copied = navigator.clipboard?.writeText(line) ?? Promise.reject(new Error('no clipboard'));
    copied.then(
      () => setTold(words.copied),
      () => setTold(words.copyByHand),
    );
  };
  return (
    <p className={styles.row}>
      <label className={styles.wide}>
        {words.practiceCurl} <input readOnly value={line} />
      </label>
      <button
        type="button"
        className={lab.button}
        onClick={(event) => copy(event.currentTarget.parentElement?.querySelector('input') ?? null)}
      >
        {words.copy}
      </button>
      <span role="status">{told}</span>
    </p>
  );
}
