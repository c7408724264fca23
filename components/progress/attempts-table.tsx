import { OptionText } from '@/components/quiz/prompt';
import type { StoredAttempt } from '@/lib/attempts/attempt';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import type { Item } from '@/lib/curriculum/lesson';
import { attemptsWords } from '@/lib/words/attempts';
import { type Locale, languageTags } from '@/lib/words/locale';
import styles from './progress.module.css';
import { Verdict } from './verdict';

type Props = { curriculum: Curriculum; attempts: readonly StoredAttempt[]; locale: Locale };

/** The latest answers, each a link to what was said to it. */
export function AttemptsTable({ curriculum, attempts, locale }: Props) {
  const words = attemptsWords[locale];
  const date = new Intl.DateTimeFormat(languageTags[locale], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return (
    <section aria-labelledby="recent">
      <h2 id="recent">{words.recent}</h2>
      <div className={styles.scroll}>
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
                    <ItemName item={curriculum.item(attempt.item)} id={attempt.item} locale={locale} />
                  </a>
                  {attempt.ordinal > 1 && <span className={styles.quiet}> · {words.try(attempt.ordinal)}</span>}
                </td>
                <td>
                  <Verdict earned={attempt.earned} possible={attempt.possible} locale={locale} />
                </td>
                <td>
                  <time dateTime={attempt.receivedAt}>{date.format(new Date(attempt.receivedAt))}</time>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** A question by its words, a task by its title; what is no longer taught by its id. */
function ItemName({ item, id, locale }: { item: Item | undefined; id: string; locale: Locale }) {
  if (!item) return id;
  const text = item.kind === 'task' ? item.task.title : item.question.prompt;
  return <OptionText text={text} locale={locale} />;
}
