import { OptionText } from '@/components/quiz/prompt';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import type { Item } from '@/lib/curriculum/lesson';
import { movedIds } from '@/lib/curriculum/moved-ids';
import type { HistoryPage } from '@/lib/progress/submit-history';
import { attemptsWords } from '@/lib/words/attempts';
import { type Locale, languageTags } from '@/lib/words/locale';
import { masteryWords } from '@/lib/words/mastery';
import styles from './progress.module.css';
import { Verdict } from './verdict';

type Props = { curriculum: Curriculum; page: HistoryPage; locale: Locale };

/** A page of answers, the latest first, each a link to what was said to it. */
export function AttemptsTable({ curriculum, page: { attempts, last, isFirst }, locale }: Props) {
  const words = attemptsWords[locale];
  const ids = movedIds(curriculum);
  const date = new Intl.DateTimeFormat(languageTags[locale], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return (
    <section aria-labelledby="recent">
      <h2 id="recent">{words.recent}</h2>
      {attempts.length === 0 && <p>{masteryWords[locale].noAnswers}</p>}
      <div className={styles.scroll} hidden={attempts.length === 0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.item}</th>
              <th scope="col">{words.outcome}</th>
              <th scope="col">{words.when} (UTC)</th>
            </tr>
          </thead>
          <tbody>
            {attempts.map((attempt) => (
              <tr key={attempt.id}>
                <td>
                  <a href={`/${locale}/attempts/${attempt.id}`}>
                    <ItemName item={ids.item(attempt.item)} id={attempt.item} locale={locale} />
                  </a>
                  {attempt.ordinal > 1 && <span className={styles.quiet}> · {words.try(attempt.ordinal)}</span>}
                </td>
                <td>
                  {attempt.earned !== null || attempt.sitting === null ? (
                    <Verdict
                      earned={attempt.earned}
                      possible={attempt.possible}
                      isReceived={attempt.detail.received}
                      locale={locale}
                    />
                  ) : (
                    <span className={styles.quiet}>{masteryWords[locale].notTold}</span>
                  )}
                </td>
                <td>
                  <time dateTime={attempt.receivedAt}>{date.format(new Date(attempt.receivedAt))}</time>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {(!isFirst || last) && (
        <nav className={styles.pages} aria-label={masteryWords[locale].history}>
          {!isFirst && <a href={`/${locale}/progress#recent`}>{masteryWords[locale].newest}</a>}
          {last && <a href={`/${locale}/progress?before=${last}#recent`}>{masteryWords[locale].older}</a>}
        </nav>
      )}
    </section>
  );
}

/** A question by its words, a task by its title; what is no longer taught by its id. */
function ItemName({ item, id, locale }: { item: Item | undefined; id: string; locale: Locale }) {
  if (!item) return id;
  const text = item.kind === 'task' ? item.task.title : item.question.prompt;
  return <OptionText text={text} locale={locale} />;
}
