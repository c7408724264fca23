'use client';

import { createContext, useContext } from 'react';
import type { Feedback } from '@/lib/quiz/answer';
import type { Locale } from '@/lib/words/locale';
import { quizWords } from '@/lib/words/quiz';
import styles from './quiz.module.css';
import { RichText } from './rich-text';
import { textIn } from './text-in';

/** What a question's parts need to know of its form. */
export const QuizContext = createContext<{ locale: Locale; feedback: Feedback | undefined }>({
  locale: 'en',
  feedback: undefined,
});

/** The note beside an option: empty until that option was chosen and judged. */
export function OptionNote({ letter, id }: { letter: string; id: string }) {
  const { locale, feedback } = useContext(QuizContext);
  const mark = feedback?.marks?.[letter];
  const words = quizWords[locale];
  return (
    <div id={id} className={styles.note} data-mark={mark && (mark.right ? 'right' : 'wrong')}>
      {mark && <span className="visually-hidden">{mark.right ? words.optionRight : words.optionWrong}. </span>}
      {mark?.feedback && <RichText text={textIn(mark.feedback, locale)} />}
    </div>
  );
}
