import type { TaughtClass } from '@/lib/classes/my-classes-store';
import { classesWords } from '@/lib/words/classes';
import { inLocale, type Locale, languageTags } from '@/lib/words/locale';
import { classTime } from './class-time';
import styles from './classes.module.css';

/** The classes one teaches, one line each. On a phone the figures stand under the name. */
export function ClassesTable({ classes, locale }: { classes: readonly TaughtClass[]; locale: Locale }) {
  const words = classesWords[locale];
  const number = new Intl.NumberFormat(languageTags[locale]);
  return (
    <table className={`${styles.table} ${styles.classes}`} aria-label={words.table}>
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col" className={styles.figure}>
            {words.learners}
          </th>
          <th scope="col" className={styles.figure}>
            {words.waiting}
          </th>
          <th scope="col">{words.next}</th>
          <th scope="col">{words.roleHeading}</th>
        </tr>
      </thead>
      <tbody>
        {classes.map(({ id, name, learners, requests, next, role, timeZone }) => (
          <tr key={id}>
            <th scope="row" dir="auto">
              <a href={`/${locale}/teach/classes/${id}`}>{name || words.unnamed}</a>
            </th>
            <td className={styles.figure} data-label={words.learners}>
              {number.format(learners)}
            </td>
            <td className={styles.figure} data-label={words.waiting}>
              {requests > 0 ? (
                <a href={`/${locale}/teach/classes/${id}/roster#requests`}>{number.format(requests)}</a>
              ) : (
                '0'
              )}
            </td>
            <td data-label={words.next}>
              {next ? (
                <>
                  <span dir="auto">{inLocale(next.title, locale)}</span>{' '}
                  <span className={styles.small}>{classTime(next.dueAt, locale, timeZone)}</span>
                </>
              ) : (
                <span className={styles.quiet}>{words.nothingDue}</span>
              )}
            </td>
            <td data-label={words.roleHeading}>{words.role[role]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
