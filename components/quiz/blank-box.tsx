'use client';

import { useContext } from 'react';
import { quizWords } from '@/lib/words/quiz';
import boxes from './kinds/boxes.module.css';
import { QuizContext } from './quiz-context';
import { RichText } from './rich-text';
import { textIn } from './text-in';

type BoxProps = {
  letter: string;
  label: string;
  noteId: string;
  isNumber: boolean;
  /** What a list says before anything is chosen. */
  empty: string;
  options: readonly { letter: string; text: string }[];
};

/** One blank: the browser's own box or list, so that what was typed before hydration stays. Marked once it was judged. */
export function BlankBox({ letter, label, noteId, isNumber, empty, options }: BoxProps) {
  const mark = useContext(QuizContext).feedback?.marks?.[letter];
  const shared = {
    name: `blank.${letter}`,
    'aria-label': label,
    'aria-describedby': noteId,
    'aria-invalid': mark ? !mark.right : undefined,
    'data-mark': mark && (mark.right ? 'right' : 'wrong'),
    required: true,
  };
  if (options.length > 0)
    return (
      <select {...shared} className={boxes.list} defaultValue="">
        <option value="">{empty}</option>
        {options.map((option) => (
          <option key={option.letter} value={option.letter}>
            {option.text}
          </option>
        ))}
      </select>
    );
  return (
    <input
      {...shared}
      className={boxes.gap}
      type="text"
      inputMode={isNumber ? 'decimal' : 'text'}
      size={10}
      maxLength={100}
      autoComplete="off"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
    />
  );
}

/** What is said about one blank: whether it is right, and why not. Empty until it was judged. */
export function BlankNote({ letter, id, name }: { letter: string; id: string; name: string }) {
  const { locale, feedback } = useContext(QuizContext);
  const words = quizWords[locale];
  const mark = feedback?.marks?.[letter];
  return (
    <div id={id} className={boxes.note} data-mark={mark && (mark.right ? 'right' : 'wrong')}>
      {mark && (
        <p>
          {name && <span>{name} · </span>}
          {mark.right ? words.optionRight : words.optionWrong}
        </p>
      )}
      {mark?.feedback && <RichText text={textIn(mark.feedback, locale)} />}
    </div>
  );
}
