import { httpViewWords } from '@/lib/words/http-view';
import type { Locale } from '@/lib/words/locale';
import styles from './http.module.css';

/** Room for the practice server in the first picture: what it says needs a browser at work. */
export function PracticeStill({ locale }: { locale: Locale }) {
  return (
    <details className={styles.practice}>
      <summary>{httpViewWords[locale].practice}</summary>
    </details>
  );
}
