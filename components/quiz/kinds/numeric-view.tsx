import type { PublicNumeric } from '@/lib/quiz/public-numeric';
import { inLocale } from '@/lib/words/locale';
import { quizWords } from '@/lib/words/quiz';
import { Prompt } from '../prompt';
import type { KindViewProps } from '../quiz';
import styles from '../quiz.module.css';

/** A text box and not type="number": it must take 40,921 and ４０９２１, and must not change by a turn of the wheel. */
export function NumericView({ anchor, question, locale }: KindViewProps<PublicNumeric>) {
  const words = quizWords[locale];
  const id = `${anchor}-number`;
  return (
    <fieldset className={styles.fieldset}>
      <Prompt text={question.prompt} how="" locale={locale} />
      <div className={styles.number}>
        <label htmlFor={id}>{words.yourNumber}</label>
        <input
          className={styles.box}
          id={id}
          name="number"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          maxLength={64}
          required
        />
        {question.unit && <span>{inLocale(question.unit, locale)}</span>}
      </div>
    </fieldset>
  );
}
