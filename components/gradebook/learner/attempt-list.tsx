import { Verdict } from '@/components/progress/verdict';
import { OptionText } from '@/components/quiz/prompt';
import type { LearnerPageRead } from '@/lib/gradebook/submit-learner-page';
import { attemptsWords } from '@/lib/words/attempts';
import { gradebookLearnerWords } from '@/lib/words/gradebook-learner';
import { inLocale, type Locale, languageTags } from '@/lib/words/locale';
import styles from './learner.module.css';

type Props = {
  page: LearnerPageRead;
  title: string;
  here: string;
  /** The lesson alone whose attempts are shown. */
  lesson: string | undefined;
  timeZone: string;
  locale: Locale;
};

/** A page of a learner's attempts, the latest first, each a link to all that is known of it. */
export function AttemptList({ page, title, here, lesson, timeZone, locale }: Props) {
  const words = gradebookLearnerWords[locale];
  const time = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const { attempts, titles, last, isFirst } = page;
  const of = lesson ? `lesson=${lesson}` : '';
  return (
    <section className={styles.part} id="attempts">
      <h2>{title}</h2>
      {attempts.length === 0 && <p className={styles.quiet}>{words.noAttempts}</p>}
      {attempts.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.title}</th>
              <th scope="col">{words.points}</th>
              <th scope="col">{words.received}</th>
            </tr>
          </thead>
          <tbody>
            {attempts.map(({ id, item, ordinal, earned, possible, detail, receivedAt, assignment }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={`${here}/attempts/${id}`}>
                    <OptionText text={titles.get(item) ?? { en: item }} locale={locale} />
                  </a>
                  <span className={styles.quiet}>
                    {ordinal > 1 && ` · ${attemptsWords[locale].try(ordinal)}`}
                    {assignment !== null && ` · ${words.inAssignment(inLocale(titles.get(assignment) ?? {}, locale))}`}
                  </span>
                </th>
                <td>
                  <Verdict earned={earned} possible={possible} isReceived={detail.received} locale={locale} />
                </td>
                <td>
                  <time dateTime={receivedAt}>{time.format(new Date(receivedAt))}</time>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {(!isFirst || last) && (
        <p className={styles.actions}>
          {!isFirst && <a href={`${here}${of && `?${of}`}#attempts`}>{words.newest}</a>}
          {last && <a href={`${here}?before=${last}${of && `&${of}`}#attempts`}>{words.older}</a>}
        </p>
      )}
    </section>
  );
}
