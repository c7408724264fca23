import { columnKey } from '@/lib/gradebook/columns';
import type { BookRow } from '@/lib/gradebook/submit-learner-book';
import { plainText } from '@/lib/quiz/plain-text';
import { richText } from '@/lib/quiz/rich-text';
import { gradebookLearnerWords } from '@/lib/words/gradebook-learner';
import { inLocale, type Locale, languageTags } from '@/lib/words/locale';
import { columnMark } from '../picture-of';
import { Counted } from './counted';
import styles from './learner.module.css';

type Props = {
  title: string;
  rows: readonly BookRow[];
  /** Where a row's title leads; null: nowhere. */
  hrefOf: (row: BookRow) => string | null;
  /** Where a row's decision is changed; left out for who may not. */
  decideAt: ((key: string) => string) | undefined;
  timeZone: string;
  locale: Locale;
};

/** Lines of a learner's page: each what a cell of the table shows, with what it came from. */
export function BookTable({ title, rows, hrefOf, decideAt, timeZone, locale }: Props) {
  const words = gradebookLearnerWords[locale];
  const date = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.title}</th>
            <th scope="col">{words.score}</th>
            <th scope="col">{words.state}</th>
            {decideAt && (
              <th scope="col">
                <span className="visually-hidden">{words.kind}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => {
            const { named, score, entry, waiting } = row;
            const name = nameOf(row, locale);
            const href = hrefOf(row);
            return (
              <tr key={columnKey(named.column)} id={columnMark(named.column, at)}>
                <th scope="row">{href ? <a href={href}>{name}</a> : name}</th>
                <td>
                  <Counted score={score} locale={locale} />
                  {waiting > 0 && <span className={styles.quiet}> {words.waiting}</span>}
                </td>
                <td>{stateOf(row, (at) => date.format(at), locale)}</td>
                {decideAt && (
                  <td>
                    <a href={decideAt(entry?.column ?? columnKey(named.column))} aria-label={words.decideOn(name)}>
                      {words.decide}
                    </a>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

export function nameOf({ named }: Pick<BookRow, 'named'>, locale: Locale): string {
  return plainText(richText(inLocale(named.title, locale)));
}

function stateOf({ standing, checks, tries }: BookRow, date: (at: Date) => string, locale: Locale): string {
  const words = gradebookLearnerWords[locale];
  if (standing)
    return [words.states[standing.state], standing.isLate && words.late, words.due(date(standing.dueAt))]
      .filter(Boolean)
      .join(' · ');
  if (checks && checks.of > 0) return `${words.checks} ${words.checksDone(String(checks.done), String(checks.of))}`;
  return tries === 0 ? words.nothing : `${words.tries} ${tries}`;
}
