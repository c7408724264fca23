import type { PublicPointing } from '@/lib/quiz/public-pointing';
import { pointingWords } from '@/lib/words/pointing';
import { OptionText, Prompt } from '../prompt';
import { QuestionFigure } from '../question-figure';
import type { KindViewProps } from '../quiz';
import styles from '../quiz.module.css';
import { OptionNote } from '../quiz-context';
import { ByteRange } from './client-parts';
import own from './pointing.module.css';

/** A range of bytes, or a place in a figure: tapped in the figure, or chosen in the list below it. */
export function PointingView({ anchor, question, locale }: KindViewProps<PublicPointing>) {
  const words = pointingWords[locale];
  if ('dump' in question)
    return (
      <fieldset className={styles.fieldset}>
        <Prompt text={question.prompt} how={words.pointAtBytes} locale={locale} />
        <ByteRange anchor={anchor} dump={question.dump} />
      </fieldset>
    );
  const idOf = (letter: string) => `${anchor}-${letter}`;
  return (
    <fieldset className={`${styles.fieldset} ${own.places}`}>
      <Prompt text={question.prompt} how={words.pointAtPlace} locale={locale} />
      <QuestionFigure figure={question.figure} locale={locale}>
        {question.options.map(({ letter, at: [left, top, width, height] }) => (
          // Tapping it chooses the radio button below, also without scripts; whoever does not see it has the list.
          <label
            key={letter}
            htmlFor={idOf(letter)}
            aria-hidden="true"
            className={own.place}
            data-place={letter}
            style={{ left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` }}
          >
            <b>{letter}</b>
          </label>
        ))}
      </QuestionFigure>
      {question.options.map(({ letter, text }) => (
        <div key={letter} className={styles.option}>
          <label>
            <input
              type="radio"
              id={idOf(letter)}
              name="choice"
              value={letter}
              required
              aria-labelledby={`${idOf(letter)}-text`}
              aria-describedby={`${idOf(letter)}-note`}
            />
            <b className={own.badge} aria-hidden="true">
              {letter}
            </b>
            <span id={`${idOf(letter)}-text`}>
              <OptionText text={text} locale={locale} />
            </span>
          </label>
          <OptionNote letter={letter} id={`${idOf(letter)}-note`} />
        </div>
      ))}
    </fieldset>
  );
}
