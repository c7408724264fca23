import button from '@/components/ui/button.module.css';
import { Notice } from '@/components/ui/notice';
import type { DeadJob, JobCount } from '@/lib/jobs/dead-job-store';
import { adminWords } from '@/lib/words/admin';
import { type Locale, languageTags } from '@/lib/words/locale';
import styles from './admin.module.css';
import { ScrollRegion } from './scroll-region';

type Act = (form: FormData) => Promise<void>;
type Props = { locale: Locale; counts: readonly JobCount[]; dead: readonly DeadJob[]; retry: Act; drop: Act };

/** What waits to be done, and what failed for good. */
export function JobsView({ locale, counts, dead, retry, drop }: Props) {
  const { jobs: words } = adminWords[locale];
  const time = new Intl.DateTimeFormat(languageTags[locale], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  const figure = new Intl.NumberFormat(languageTags[locale]);
  const shown = ['waiting', 'underWay', 'failing', 'dead'] as const;
  return (
    <>
      {counts.length === 0 ? (
        <Notice kind="empty">
          <p>{words.none}</p>
        </Notice>
      ) : (
        <ScrollRegion label={words.table}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{words.kind}</th>
                {shown.map((name) => (
                  <th key={name} scope="col" className={styles.figure}>
                    {words[name]}
                  </th>
                ))}
                <th scope="col">{words.dueSince}</th>
              </tr>
            </thead>
            <tbody>
              {counts.map((count) => (
                <tr key={count.kind}>
                  <th scope="row">
                    <code>{count.kind}</code>
                  </th>
                  {shown.map((name) => (
                    <td key={name} className={styles.figure}>
                      {figure.format(count[name])}
                    </td>
                  ))}
                  <td className={styles.when}>{count.dueSince ? `${time.format(count.dueSince)} UTC` : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <h2>{words.deadTable}</h2>
      {dead.length === 0 ? (
        <p>{words.noneDead}</p>
      ) : (
        <ScrollRegion label={words.deadTable}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{words.kind}</th>
                <th scope="col">{words.when}</th>
                <th scope="col" className={styles.figure}>
                  {words.tries}
                </th>
                <th scope="col">{words.error}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {dead.map(({ id, kind, tries, lastError, deadAt }) => (
                <tr key={id}>
                  <th scope="row">
                    <code>{kind}</code>
                  </th>
                  <td className={styles.when}>{time.format(deadAt)} UTC</td>
                  <td className={styles.figure}>{figure.format(tries)}</td>
                  <td className={styles.name}>{lastError}</td>
                  <td>
                    <form className={styles.filter}>
                      <input type="hidden" name="locale" value={locale} />
                      <input type="hidden" name="job" value={id} />
                      <button
                        type="submit"
                        formAction={retry}
                        className={button.button}
                        aria-label={words.of(words.retry, kind, time.format(deadAt))}
                      >
                        {words.retry}
                      </button>
                      <button
                        type="submit"
                        formAction={drop}
                        className={`${button.button} ${button.quiet}`}
                        aria-label={words.of(words.drop, kind, time.format(deadAt))}
                      >
                        {words.drop}
                      </button>
                    </form>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </>
  );
}
