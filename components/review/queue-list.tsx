import type { Queued } from '@/lib/review/queue';
import { inLocale, type Locale, languageTags } from '@/lib/words/locale';
import { reviewWords } from '@/lib/words/review';
import styles from './review.module.css';

/** What comes after the present one: which objective, how long, how likely it is still known. Not what is asked. */
export function QueueList({ queue, locale }: { queue: readonly Queued[]; locale: Locale }) {
  const words = reviewWords[locale];
  if (queue.length === 0) return null;
  const percent = new Intl.NumberFormat(languageTags[locale], { style: 'percent' });
  return (
    <section aria-labelledby="up-next">
      <h2 id="up-next">{words.upNext}</h2>
      <ol className={styles.list}>
        {queue.map(({ taught, item, minutes, retrievability }) => (
          <li key={taught.id}>
            <span>{inLocale(taught.objective.text, locale)}</span>
            <span className={styles.quiet}>
              {words[item.kind]} · {words.minutes(minutes)} · {words.known(percent.format(retrievability))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
