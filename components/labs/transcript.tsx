'use client';
import { memo, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { labWords } from '@/lib/words/lab';
import type { Locale } from '@/lib/words/locale';
import styles from './lab.module.css';

type Props = {
  locale: Locale;
  title: string;
  /** How many steps there are to tell. */
  count: number;
  /** What happened in the step of that number, from 1. Asked only of steps that are written out. */
  sentences: (number: number) => readonly string[];
  /** The step that is shown; null where none is. */
  at: number | null;
};

/** Of a long run so many steps are written out at a time: a step then costs the same at its end as at its beginning. */
const page = 50;

/** What scrolls by itself must be reachable without a pointer. */
const reachable = { tabIndex: 0 };

/** The run in words: what a screen reader follows, what paper keeps, what can be searched. */
export function Transcript(props: Props) {
  const [isOpen, setOpen] = useState(false);
  const isPrinted = usePrinting();
  // Of a run that is only drawn, on the server, every word stands in the page; at work, what nobody sees is not written at each step.
  const isWritten = isOpen || isPrinted || props.at === null;
  return (
    <details className={styles.transcript} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{props.title}</summary>
      {isWritten && <Steps {...props} />}
    </details>
  );
}

/** Whether the page is being put on paper, where a closed transcript is shown as well. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // The browser takes its picture as soon as the listeners are done.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}

function Steps({ locale, count, sentences, at }: Props) {
  const words = labWords[locale];
  // Where the reader has turned to; while the run goes on, the newest steps are shown.
  const [turned, setTurned] = useState<{ of: number; from: number } | null>(null);
  const newest = count <= 2 * page ? 0 : (Math.ceil(count / page) - 2) * page;
  const from = turned?.of === count ? turned.from : newest;
  const to = from === newest ? count : Math.min(from + page, count);
  const turn = (to: number) => setTurned({ of: count, from: Math.min(to, newest) });
  if (count === 0) return <p>{words.transcriptEmpty}</p>;
  return (
    <>
      {newest > 0 && (
        <p className={styles.transcriptPages}>
          <button
            type="button"
            className={styles.button}
            aria-disabled={from === 0}
            onClick={() => turn(Math.max(from - page, 0))}
          >
            {words.earlierSteps}
          </button>
          <span>{words.stepsShown(from + 1, to, count)}</span>
          <button
            type="button"
            className={styles.button}
            aria-disabled={to === count}
            onClick={() => turn(from + page)}
          >
            {words.laterSteps}
          </button>
        </p>
      )}
      <ol start={from + 1} {...reachable}>
        {Array.from({ length: to - from }, (_, place) => from + place + 1).map((number) => (
          <Step key={number} sentences={sentences(number)} isShown={number === at} />
        ))}
      </ol>
    </>
  );
}

const Step = memo(function Step({ sentences, isShown }: { sentences: readonly string[]; isShown: boolean }) {
  return (
    <li aria-current={isShown ? 'step' : undefined}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </li>
  );
});
