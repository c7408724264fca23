import { attemptsWords } from '@/lib/words/attempts';
import type { Locale } from '@/lib/words/locale';
import { quizWords } from '@/lib/words/quiz';
import styles from './progress.module.css';

type Props = {
  earned: number | null;
  possible: number;
  /** A text for a person to judge: no machine grades it. */
  isReceived?: boolean | undefined;
  locale: Locale;
};

/** Right, partly right, not yet, or not graded: a word, never a colour alone. */
export function Verdict({ earned, possible, isReceived = false, locale }: Props) {
  if (isReceived && earned === null) return <span className={styles.quiet}>{attemptsWords[locale].handedIn}</span>;
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
