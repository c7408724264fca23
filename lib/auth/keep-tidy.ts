import { eraseIdleGuests, sweepIdentity } from '@/lib/auth/erase-learner-store';

const DAY = 24 * 60 * 60 * 1000;
/** Not while the site is starting. */
const FIRST = 10 * 60 * 1000;

/** Once a day: erases guests who stayed away for 400 days and what has ended long ago. Returns how to stop. */
export function keepTidy(failed: (error: unknown) => void): () => void {
  const tidy = () => {
    void sweepIdentity()
      .then(() => eraseIdleGuests())
      // The database may be away at that moment; tomorrow is soon enough.
      .catch(failed);
  };
  const first = setTimeout(tidy, FIRST);
  const daily = setInterval(tidy, DAY);
  first.unref();
  daily.unref();
  return () => {
    clearTimeout(first);
    clearInterval(daily);
  };
}
