import { RichText } from '@/components/quiz/rich-text';
import { textIn } from '@/components/quiz/text-in';
import type { Question } from '@/lib/quiz/question';
import { solutionLines } from '@/lib/quiz/solution-lines';
import { gradebookLearnerWords } from '@/lib/words/gradebook-learner';
import type { Locale } from '@/lib/words/locale';
import styles from './learner.module.css';

type Props = {
  /** With the learner's own numbers. */
  question: Question;
  locale: Locale;
};

/** What the key says to a question, for whoever teaches. Of a written one nothing: it has a rubric. */
export function AttemptKey({ question, locale }: Props) {
  if (question.kind === 'written') return null;
  return (
    <section className={styles.part}>
      <h2>{gradebookLearnerWords[locale].solution}</h2>
      <ul>
        {solutionLines(question).map((line) => (
          <li key={JSON.stringify(line)}>
            <RichText text={textIn(line, locale)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
