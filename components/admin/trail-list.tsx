import { saidEvent } from '@/lib/audit/said-event';
import type { NamedEvent } from '@/lib/audit/trail-store';
import { queryOf } from '@/lib/people/page-address';
import { adminWords } from '@/lib/words/admin';
import { type Locale, languageTags } from '@/lib/words/locale';
import styles from './admin.module.css';

type Props = {
  events: readonly NamedEvent[];
  locale: Locale;
  /** Ways to narrow the trail down to an entry's class or person; what is asked already stays. */
  filters?: { here: string; same: { action: string; class: string; person: string } };
};

/** Entries of the trail, each as a sentence with its time. */
export function TrailList({ events, locale, filters }: Props) {
  const words = adminWords[locale].audit;
  const time = new Intl.DateTimeFormat(languageTags[locale], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return (
    <ol className={styles.rows}>
      {events.map((event) => (
        <li key={event.id}>
          <time dateTime={event.at.toISOString()}>{time.format(event.at)} UTC</time>
          <span dir="auto">{saidEvent(event, locale)}</span>
          {filters && (
            <span className={styles.narrow}>
              {event.classId && !filters.same.class && (
                <a href={`${filters.here}${queryOf({ ...filters.same, class: event.classId })}`}>{words.sameClass}</a>
              )}
              {event.actorId && !filters.same.person && (
                <a href={`${filters.here}${queryOf({ ...filters.same, person: event.actorId })}`}>{words.samePerson}</a>
              )}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
