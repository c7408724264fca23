import type { PublicCategorising } from '@/lib/quiz/public-categorising';
import { placeInput } from '@/lib/quiz/public-placing';
import { placingWords } from '@/lib/words/placing';
import { OptionText, Prompt } from '../prompt';
import type { KindViewProps } from '../quiz';
import styles from '../quiz.module.css';
import { OptionNote } from '../quiz-context';
import own from './placing.module.css';

/** Each item with the categories beside it: a group of radio buttons, in the same order everywhere. */
export function CategorisingView({ anchor, question, locale }: KindViewProps<PublicCategorising>) {
  return (
    <fieldset className={styles.fieldset}>
      <Prompt text={question.prompt} how={placingWords[locale].sortEach} locale={locale} />
      {question.items.map(({ letter, text }) => {
        const id = `${anchor}-${letter}`;
        return (
          <div key={letter} className={styles.option}>
            <div className={own.item} role="radiogroup" aria-labelledby={id} aria-describedby={`${id}-note`}>
              <span id={id}>
                <OptionText text={text} locale={locale} />
              </span>
              <div className={own.categories}>
                {question.categories.map((category) => (
                  <label key={category.letter}>
                    <input type="radio" name={`${placeInput}${letter}`} value={category.letter} required />
                    <span>
                      <OptionText text={category.text} locale={locale} />
                    </span>
                  </label>
                ))}
              </div>
            </div>
            <OptionNote letter={letter} id={`${id}-note`} />
          </div>
        );
      })}
    </fieldset>
  );
}
