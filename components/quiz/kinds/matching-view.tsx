import { plainText } from '@/lib/quiz/plain-text';
import type { PublicMatching } from '@/lib/quiz/public-matching';
import { placeInput } from '@/lib/quiz/public-placing';
import { richText } from '@/lib/quiz/rich-text';
import { inLocale } from '@/lib/words/locale';
import { placingWords } from '@/lib/words/placing';
import { OptionText, Prompt } from '../prompt';
import type { KindViewProps } from '../quiz';
import styles from '../quiz.module.css';
import { OptionNote } from '../quiz-context';
import own from './placing.module.css';

/** Each left item with a list of the right ones: the browser's own, so that it works by keyboard, by touch and without scripts. */
export function MatchingView({ anchor, question, locale }: KindViewProps<PublicMatching>) {
  const words = placingWords[locale];
  const rights = question.rights.map(({ letter, text }) => ({
    letter,
    text: plainText(richText(inLocale(text, locale))),
  }));
  return (
    <fieldset className={styles.fieldset}>
      <Prompt text={question.prompt} how={words.matchEach} locale={locale} />
      {question.lefts.map(({ letter, text }) => {
        const id = `${anchor}-${letter}`;
        return (
          <div key={letter} className={styles.option}>
            <div className={own.pair}>
              <label htmlFor={id}>
                <OptionText text={text} locale={locale} />
                <span className="visually-hidden"> {words.matchOf}</span>
              </label>
              <select
                className={own.list}
                id={id}
                name={`${placeInput}${letter}`}
                required
                defaultValue=""
                aria-describedby={`${id}-note`}
              >
                <option value="">{words.choose}</option>
                {rights.map((right) => (
                  <option key={right.letter} value={right.letter}>
                    {right.text}
                  </option>
                ))}
              </select>
            </div>
            <OptionNote letter={letter} id={`${id}-note`} />
          </div>
        );
      })}
    </fieldset>
  );
}
