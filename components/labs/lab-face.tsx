import type { ReactNode } from 'react';
import { labWords } from '@/lib/words/lab';
import type { Locale } from '@/lib/words/locale';
import styles from './lab.module.css';

type Props = {
  locale: Locale;
  name: string;
  title: string;
  conditions: readonly string[];
  /** Buttons of the header: downloads, share. */
  tools: ReactNode;
  /** A task's prompt and goals. */
  brief?: ReactNode;
  stage: ReactNode;
  controls: ReactNode;
  /** The one sentence that says why. */
  why: string;
  /** True where `why` speaks of a dead end. */
  warns?: boolean;
  bar: ReactNode;
  foot: ReactNode;
};

/** What every lab looks like: header, stage, controls; and, pinned under the thumb on a phone, the reason and the bar. */
export function LabFace({
  locale,
  name,
  title,
  conditions,
  tools,
  brief,
  stage,
  controls,
  why,
  warns,
  bar,
  foot,
}: Props) {
  const words = labWords[locale];
  return (
    <>
      <header className={styles.header}>
        <b>{name}</b>
        <span className={styles.title}>{title}</span>
        <span className={styles.conditions}>
          {conditions.map((condition) => (
            <span key={condition}>{condition}</span>
          ))}
        </span>
        <span className={styles.tools}>{tools}</span>
      </header>
      {brief}
      {stage}
      {controls}
      <div className={styles.pinned}>
        <p className={styles.why} data-warns={warns || undefined} aria-live="polite" aria-atomic="true">
          {why}
        </p>
        {bar}
      </div>
      {foot}
      <p className="visually-hidden">{words.keys}</p>
    </>
  );
}
