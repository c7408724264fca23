import { adminWords } from '@/lib/words/admin';
import type { Locale } from '@/lib/words/locale';
import styles from './admin.module.css';

type Props = {
  locale: Locale;
  label: string /** Null: this is the last. */;
  next: string | null /** Null: this is the first. */;
  first: string | null;
};

/** The ways on from one page of a long list. */
export function NextPage({ locale, label, next, first }: Props) {
  const words = adminWords[locale];
  if (next === null && first === null) return null;
  return (
    <nav className={styles.pages} aria-label={label}>
      {first !== null && <a href={first}>{words.first}</a>}
      {next !== null && (
        <a href={next} rel="next">
          {words.next}
        </a>
      )}
    </nav>
  );
}
