import styles from '@/components/account/account.module.css';
import button from '@/components/ui/button.module.css';
import type { SessionRow } from '@/lib/auth/session-store';
import { accountWords } from '@/lib/words/account';
import { type Locale, languageTags } from '@/lib/words/locale';

type Props = {
  locale: Locale;
  sessions: readonly SessionRow[];
  here: string;
  end: (form: FormData) => Promise<void>;
};

/** Where a learner is signed in, each with a way to end it. Times are the server's, named with their zone. */
export function SessionsList({ locale, sessions, here, end }: Props) {
  const words = accountWords[locale].account;
  const time = new Intl.DateTimeFormat(languageTags[locale], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  const day = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'medium', timeZone: 'UTC' });
  const when = (date: Date) => `${time.format(date)} UTC`;
  return (
    <ul className={styles.sessions}>
      {sessions.map(({ id, browser, createdAt, lastSeenAt }) => {
        const name = browser || words.unknownBrowser;
        return (
          <li key={id}>
            <span>
              <strong>{name}</strong>
              {id === here && <span className={styles.here}>{words.thisBrowser}</span>}
              <small>
                {words.since(when(createdAt))}
                {/* Kept by the day: `renewSession` notes it once in 24 hours. */}
                {day.format(lastSeenAt) !== day.format(createdAt) && ` · ${words.lastSeen(day.format(lastSeenAt))}`}
              </small>
            </span>
            {id !== here && (
              <form action={end}>
                <input type="hidden" name="locale" value={locale} />
                <input type="hidden" name="session" value={id} />
                <button type="submit" className={button.button} aria-label={words.endOf(name)}>
                  {words.end}
                </button>
              </form>
            )}
          </li>
        );
      })}
    </ul>
  );
}
