import { labWords } from '@/lib/words/lab';
import type { Locale } from '@/lib/words/locale';
import styles from './lab.module.css';

/** What happened in the step of that number. */
export type Step = { readonly number: number; readonly sentences: readonly string[] };

type Props = {
  locale: Locale;
  title: string;
  /** What happened, step by step. */
  steps: readonly Step[];
  /** The step that is shown; null where none is. */
  at: number | null;
};

/** The run in words: what a screen reader follows, what paper keeps, what can be searched. */
export function Transcript({ locale, title, steps, at }: Props) {
  const words = labWords[locale];
  return (
    <details className={styles.transcript}>
      <summary>{title}</summary>
      {steps.length === 0 ? (
        <p>{words.transcriptEmpty}</p>
      ) : (
        <ol>
          {steps.map((step) => (
            <li key={step.number} aria-current={step.number === at ? 'step' : undefined}>
              {step.sentences.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}
