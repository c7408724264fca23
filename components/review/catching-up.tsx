import type { Review } from '@/lib/review/submit-review';
import type { Locale } from '@/lib/words/locale';
import { reviewWords } from '@/lib/words/review';
import styles from './review.module.css';

/** From so many days on it is said that someone was away. */
const awayDays = 14;
const daysShown = 5;

/** The backlog of someone who comes back, spread over days within their minutes. */
export function CatchingUp({ plan, budget, locale }: { plan: Review['plan']; budget: number; locale: Locale }) {
  if (!plan) return null;
  const words = reviewWords[locale];
  const { away, cards, minutes, days, caughtUp } = plan;
  const shown = days.slice(0, daysShown);
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">{words.planTitle}</h2>
      <p>
        {away >= awayDays && words.away(away)}
        {caughtUp ? words.plan(cards, minutes, budget, days.length) : words.planTooLong(cards, minutes, budget)}
      </p>
      <ol className={styles.days}>
        {shown.map((count, day) => (
          <li key={words.planDay(day)}>
            <span>{words.planDay(day)}</span> <b>{words.reviews(count)}</b>
          </li>
        ))}
      </ol>
      {caughtUp && days.length > shown.length && <p className={styles.quiet}>{words.andSoOn(days.length)}</p>}
    </section>
  );
}
