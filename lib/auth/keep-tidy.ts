import { eraseIdleGuests, sweepIdentity } from '@/lib/auth/erase-learner-store';
import { sweepTries } from '@/lib/auth/try-limit-store';
import { sweepPractice } from '@/lib/practice/practice-store';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** Not while the site is starting. */
const FIRST = 10 * 60 * 1000;

/**
 * Erases what has ended: once a day guests who stayed away for 400 days, sessions and reset links of long ago; once an hour tries that no longer
 * count, because a flood of made-up names leaves a row for each, and practices
 * whose day is over. Returns how to stop.
 */
export function keepTidy(failed: (error: unknown) => void): () => void {
  // The database may be away at that moment; the next time is soon enough.
  const daily = () =>
    void sweepIdentity()
      .then(() => eraseIdleGuests())
      .catch(failed);
  const hourly = () => void sweepTries().then(sweepPractice).catch(failed);
  const timers = [setTimeout(daily, FIRST), setInterval(daily, DAY), setInterval(hourly, HOUR)];
  for (const timer of timers) timer.unref();
  return () => timers.forEach(clearInterval);
}
