import type { Locale } from '@/lib/words/locale';
import { siteWords } from '@/lib/words/site';
import styles from './handrail-line.module.css';
import { Kept } from './kept';

export type Station = {
  /** `path/lesson`, or what the progress island knows it by. */
  id: string;
  href: string;
  title: string;
  note?: string;
};

type Props = { locale: Locale; stations: readonly Station[]; here?: string; large?: boolean };

/**
 * The handrail: stations on a line that fills as one goes. The server draws every station empty; the progress island fills one by
 * setting `data-done` on its `[data-lesson]`, which also shows the word "done" to those who do not see the line.
 */
export function HandrailLine({ locale, stations, here, large = false }: Props) {
  const words = siteWords[locale];
  return (
    <ol className={`${styles.line} ${large ? styles.large : ''}`}>
      {stations.map((station) => (
        <li key={station.id} data-lesson={station.id}>
          <a href={station.href} aria-current={station.id === here ? 'page' : undefined}>
            <span className={styles.title}>
              <Kept>{station.title}</Kept>
            </span>
            <span className={styles.done}> · {words.done}</span>
            {station.note && <small>{station.note}</small>}
          </a>
        </li>
      ))}
    </ol>
  );
}
