'use client';

import { createContext, useContext, useEffect, useRef } from 'react';
import type { Feedback } from '@/lib/quiz/answer';
import type { Locale } from '@/lib/words/locale';
import { quizWords } from '@/lib/words/quiz';
import styles from './quiz.module.css';
import { RichText } from './rich-text';
import { textIn } from './text-in';

export type QuizKnown = {
  locale: Locale;
  feedback: Feedback | undefined;
  /** The values of a variant's holes, once its numbers are drawn. */
  holes?: Readonly<Record<string, string>> | undefined;
  /** What the form said when it was last left, by the names of its inputs. */
  restored?: Readonly<Record<string, readonly string[]>> | undefined;
};

/** What a question's parts need to know of its form. */
export const QuizContext = createContext<QuizKnown>({ locale: 'en', feedback: undefined });

/**
 * For a kind that keeps its state in hidden inputs: is told, once, what those of this name said when the form was left half-written.
 * Inputs that a learner can reach themselves are filled in by the form.
 */
export function useRestored(name: string, restore: (values: readonly string[]) => void): void {
  const values = useContext(QuizContext).restored?.[name];
  const tell = useRef(restore);
  useEffect(() => {
    tell.current = restore;
  });
  useEffect(() => {
    if (values) tell.current(values);
  }, [values]);
}

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
