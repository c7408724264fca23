import type { ReactNode } from 'react';
import type { Feedback } from '@/lib/quiz/answer';
import type { Locale } from '@/lib/words/locale';
import { quizWords } from '@/lib/words/quiz';
import styles from './quiz.module.css';
import { RichText } from './rich-text';
import { textIn } from './text-in';

type Props = { name: string; what: ReactNode; said: ReactNode; feedback: Feedback; locale: Locale };

/** One part of an answer as it was given, with what was said about it. */
export function AnsweredPart({ name, what, said, feedback, locale }: Props) {
  const mark = feedback.marks?.[name];
  return (
    <div className={styles.option}>
      <p className={styles.answered}>
        {what} <span aria-hidden="true">→</span> <b>{said}</b>
      </p>
      {mark && (
        <div className={styles.note} data-mark={mark.right ? 'right' : 'wrong'}>
          <span className="visually-hidden">
            {mark.right ? quizWords[locale].optionRight : quizWords[locale].optionWrong}.{' '}
          </span>
          {mark.feedback && <RichText text={textIn(mark.feedback, locale)} />}
        </div>
      )}
    </div>
  );
}
