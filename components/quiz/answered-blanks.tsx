import { Fragment } from 'react';
import type { Feedback } from '@/lib/quiz/answer';
import { type PublicBlank, type PublicFillIn, templateParts } from '@/lib/quiz/public-fill-in';
import { richText } from '@/lib/quiz/rich-text';
import { kindsWords } from '@/lib/words/kinds';
import { inLocale, type Locale } from '@/lib/words/locale';
import { quizWords } from '@/lib/words/quiz';
import boxes from './kinds/boxes.module.css';
import { RichText } from './rich-text';
import { textIn } from './text-in';

type Props = {
  question: PublicFillIn;
  blanks: Readonly<Record<string, string>>;
  feedback: Feedback;
  locale: Locale;
};

/** The text with what was filled in, and below it what was said about each blank. */
export function AnsweredBlanks({ question, blanks, feedback, locale }: Props) {
  const words = kindsWords[locale];

  function draw(characters: string) {
    return templateParts(characters).map((part) => {
      if ('text' in part) return <Fragment key={part.at}>{part.text}</Fragment>;
      const blank = question.blanks.find(({ letter }) => letter === part.letter);
      const mark = feedback.marks?.[part.letter];
      return (
        <span key={part.at} className={boxes.filled} data-mark={mark && (mark.right ? 'right' : 'wrong')}>
          {(blank && saidIn(blank, blanks[part.letter], locale)) ?? words.leftEmpty}
        </span>
      );
    });
  }

  return (
    <>
      <div className={boxes.template}>
        <RichText text={richText(inLocale(question.template, locale))} draw={draw} />
      </div>
      {question.blanks.map(({ letter }, at) => {
        const mark = feedback.marks?.[letter];
        if (!mark) return null;
        return (
          <div key={letter} className={boxes.note} data-mark={mark.right ? 'right' : 'wrong'}>
            <p>
              {words.blankNumber(at + 1)} · {mark.right ? quizWords[locale].optionRight : quizWords[locale].optionWrong}
            </p>
            {mark.feedback && <RichText text={textIn(mark.feedback, locale)} />}
          </div>
        );
      })}
    </>
  );
}

/** What was typed, or the words of what was chosen. */
function saidIn(blank: PublicBlank, said: string | undefined, locale: Locale): string | undefined {
  if (blank.kind !== 'choice') return said;
  const option = blank.options.find(({ letter }) => letter === said);
  return option && inLocale(option.text, locale);
}
