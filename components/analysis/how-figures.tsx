import { fewLearners } from '@/lib/analysis/item-statistics';
import { analysisWords } from '@/lib/words/analysis';
import type { Locale } from '@/lib/words/locale';
import styles from './analysis.module.css';

/** What grey means, and how every figure comes about. */
export function HowFigures({ locale }: { locale: Locale }) {
  const words = analysisWords[locale];
  return (
    <>
      <p className={styles.quiet}>{words.few(fewLearners)}</p>
      <details className={styles.how}>
        <summary>{words.how}</summary>
        <ul>
          {words.howLines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </>
  );
}
