import type { DecisionEntry } from '@/lib/gradebook/decision-store';
import { gradebookLearnerWords } from '@/lib/words/gradebook-learner';
import { type Locale, languageTags } from '@/lib/words/locale';
import { percentText } from './counted';
import styles from './learner.module.css';

type Props = {
  entries: readonly DecisionEntry[];
  titleOf: (column: string) => string;
  names: ReadonlyMap<string, string>;
  timeZone: string;
  locale: Locale;
};

/** What a decision says, in a sentence. */
export function decisionText(
  { kind, share }: Pick<DecisionEntry, 'kind' | 'share'>,
  title: string,
  locale: Locale,
): string {
  const words = gradebookLearnerWords[locale].decided;
  if (kind === 'given') return words.given(title, percentText(share ?? 0, locale));
  return words[kind](title);
}

/** Everything that was decided about a learner's scores, the latest first. */
export function DecisionHistory({ entries, titleOf, names, timeZone, locale }: Props) {
  const words = gradebookLearnerWords[locale];
  const time = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return (
    <section className={styles.part} id="history">
      <h2>{words.history}</h2>
      {entries.length === 0 ? (
        <p className={styles.quiet}>{words.noHistory}</p>
      ) : (
        <ol className={styles.comments}>
          {entries.map((entry) => (
            <li key={`${entry.column} ${entry.revision}`}>
              <p className={styles.said}>
                <bdi>{words.by(names.get(entry.decidedBy) ?? '', time.format(entry.decidedAt))}</bdi>
              </p>
              <p className={styles.text}>
                {decisionText(entry, titleOf(entry.column), locale)} {entry.reason && words.because(entry.reason)}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
