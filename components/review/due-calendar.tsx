import { dateOf } from '@/lib/review/day';
import { type Locale, languageTags } from '@/lib/words/locale';
import { reviewWords } from '@/lib/words/review';
import styles from './review.module.css';

type Props = {
  /** The day of the first count, as days since 1970. */
  today: number;
  counts: readonly number[];
  locale: Locale;
};

const week = 7;
/** 5 January 1970 was a Monday. */
const mondayAt = 4;
const weekdays = Array.from({ length: week }, (_, n) => mondayAt + n);

/** Weeks from Monday to Sunday, each day with the number that falls due; the tint only repeats the number. */
export function DueCalendar({ today, counts, locale }: Props) {
  const words = reviewWords[locale];
  const utc = { timeZone: 'UTC' } as const;
  const weekday = new Intl.DateTimeFormat(languageTags[locale], { ...utc, weekday: 'short' });
  const dayOfMonth = new Intl.DateTimeFormat(languageTags[locale], { ...utc, day: 'numeric', month: 'numeric' });
  const full = new Intl.DateTimeFormat(languageTags[locale], {
    ...utc,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  const first = today - ((((today - mondayAt) % week) + week) % week);
  const weeks = Array.from({ length: Math.ceil((today - first + counts.length) / week) }, (_, n) => first + n * week);
  const most = Math.max(1, ...counts);
  return (
    <section aria-labelledby="calendar">
      <h2 id="calendar">{words.calendarTitle}</h2>
      <table className={styles.calendar}>
        <caption className="visually-hidden">{words.calendarCaption}</caption>
        <thead>
          <tr>
            {weekdays.map((day) => (
              <th key={day} scope="col">
                {weekday.format(dateOf(day))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((monday) => (
            <tr key={monday}>
              {Array.from({ length: week }, (_, n) => {
                const day = monday + n;
                const count = counts[day - today];
                if (count === undefined) return <td key={day} />;
                const heat = count === 0 ? 0 : Math.ceil((count / most) * 4);
                return (
                  <td key={day} data-heat={heat} aria-current={day === today ? 'date' : undefined}>
                    <span className="visually-hidden">{full.format(dateOf(day))}: </span>
                    <span aria-hidden className={styles.date}>
                      {dayOfMonth.format(dateOf(day))}
                    </span>
                    {count > 0 ? <b>{count}</b> : <span className="visually-hidden">{words.noneDue}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
