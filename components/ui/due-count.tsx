import type { Locale } from '@/lib/words/locale';
import { siteWords } from '@/lib/words/site';
import styles from './due-count.module.css';

/** How much is due for review, beside the word; the progress island fills it in, and it takes no room until then. */
export function DueCount({ locale }: { locale: Locale }) {
  return (
    <span className={styles.count} data-due hidden>
      <span />
      <span className="visually-hidden"> {siteWords[locale].due}</span>
    </span>
  );
}
