import type { Locale } from '@/lib/words/locale';
import { troubleWords } from '@/lib/words/trouble';
import styles from './trouble-box.module.css';

/** Small on purpose: it travels with every page, for the day on which nothing else works. */
export function TroubleBox({ locale, again }: { locale: Locale; again: () => void }) {
  const words = troubleWords[locale];
  return (
    <main className={styles.box}>
      <h1>{words.failedTitle}</h1>
      <p>{words.failed}</p>
      <button type="button" onClick={again}>
        {words.again}
      </button>{' '}
      <a href={`/${locale}`}>{words.home}</a>
    </main>
  );
}
