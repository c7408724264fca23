import { attemptsWords } from '@/lib/words/attempts';
import type { Locale } from '@/lib/words/locale';
import { quizWords } from '@/lib/words/quiz';
import styles from './progress.module.css';

/** Right, partly right, not yet, or not graded: a word, never a colour alone. */
export function Verdict({ earned, possible, locale }: { earned: number | null; possible: number; locale: Locale }) {
  if (earned === null) return <span className={styles.quiet}>{attemptsWords[locale].deferred}</span>;
  const words = quizWords[locale];
  const [verdict, word] =
    earned === possible
      ? ['right', words.wasRight]
      : earned > 0
        ? ['partly', words.wasPartly]
        : ['wrong', words.wasWrong];
  return (
    <strong className={styles.verdict} data-verdict={verdict}>
      {word}
    </strong>
  );
}
