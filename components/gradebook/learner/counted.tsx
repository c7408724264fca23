import { type CountedScore, countedShare } from '@/lib/gradebook/counted-score';
import { gradebookLearnerWords } from '@/lib/words/gradebook-learner';
import { type Locale, languageTags } from '@/lib/words/locale';
import styles from './learner.module.css';

/** A share as a reader of percents expects it: 87.5 stays 87.5. */
export function percentText(share: number, locale: Locale): string {
  return new Intl.NumberFormat(languageTags[locale], { maximumFractionDigits: 2 }).format(share * 100);
}

/** What counts of a cell, and what it stands in place of. */
export function Counted({ score, locale }: { score: CountedScore; locale: Locale }) {
  const words = gradebookLearnerWords[locale];
  const percent = (share: number) => words.percent(percentText(share, locale));
  const share = countedShare(score);
  if (score.kind === 'excused')
    return (
      <>
        <strong>{words.excused}</strong>
        {score.worked !== null && <span className={styles.quiet}> {words.workedAside(percent(score.worked))}</span>}
      </>
    );
  if (share === null) return <span className={styles.quiet}>{words.nothing}</span>;
  return (
    <>
      <strong>{percent(share)}</strong>
      {score.kind === 'given' && (
        <span className={styles.quiet}>
          {' '}
          {score.worked === null ? words.givenForNothing : words.givenInstead(percent(score.worked))}
        </span>
      )}
    </>
  );
}
