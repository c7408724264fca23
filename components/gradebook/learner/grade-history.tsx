import type { GradeEntry } from '@/lib/gradebook/grade-history-store';
import type { AttemptBook } from '@/lib/gradebook/submit-attempt-book';
import { gradebookLearnerWords } from '@/lib/words/gradebook-learner';
import { type Locale, languageTags } from '@/lib/words/locale';
import styles from './learner.module.css';

type Props = { book: AttemptBook; timeZone: string; locale: Locale };

/** The grades an attempt has had, in order: what it earned, when, and by whom or what. */
export function GradeHistory({ book: { grades, names }, timeZone, locale }: Props) {
  const words = gradebookLearnerWords[locale];
  if (grades.length === 0) return null;
  const time = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const number = new Intl.NumberFormat(languageTags[locale], { maximumFractionDigits: 2 });
  const how = ({ how, revision, gradedBy }: GradeEntry) => {
    if (how === 'person') return words.gradedBy.person(names.get(gradedBy ?? '') ?? '');
    return how === 'key' ? words.gradedBy.key(String(revision)) : words.gradedBy[how];
  };
  return (
    <section className={styles.part}>
      <h2>{words.grades}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            {words.gradesHead.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grades.map((entry) => (
            <tr key={`${entry.how} ${entry.revision} ${entry.at.getTime()}`}>
              <th scope="row">
                <time dateTime={entry.at.toISOString()}>{time.format(entry.at)}</time>
              </th>
              <td>
                {entry.earned === null
                  ? words.notGraded
                  : words.pointsOf(number.format(entry.earned), number.format(entry.possible))}
              </td>
              <td>{how(entry)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
