import type { PublicNumeric } from '@/lib/quiz/public-numeric';
import { kindsWords } from '@/lib/words/kinds';
import { inLocale, type Locale } from '@/lib/words/locale';
import { quizWords } from '@/lib/words/quiz';
import { Prompt } from '../prompt';
import type { KindViewProps } from '../quiz';
import styles from '../quiz.module.css';
import boxes from './boxes.module.css';

/** A text box and not type="number": it must take 40,921 and ４０９２１, and must not change by a turn of the wheel. */
export function NumericView({ anchor, question, locale }: KindViewProps<PublicNumeric>) {
  const words = quizWords[locale];
  const id = `${anchor}-number`;
  return (
    <fieldset className={styles.fieldset}>
      <Prompt text={question.prompt} how={howToWrite(question, locale)} locale={locale} />
      <div className={styles.number}>
        <label htmlFor={id}>{words.yourNumber}</label>
        <input
          className={styles.box}
          id={id}
          name="number"
          type="text"
          inputMode={isPlain(question) ? 'decimal' : 'text'}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={64}
          required
        />
        {question.unit && <span>{inLocale(question.unit, locale)}</span>}
        {question.units && (
          <select name="unit" className={boxes.list} aria-label={kindsWords[locale].unit} required defaultValue="">
            <option value="">{kindsWords[locale].chooseUnit}</option>
            {question.units.map(({ letter, text }) => (
              <option key={letter} value={letter}>
                {inLocale(text, locale)}
              </option>
            ))}
          </select>
        )}
      </div>
    </fieldset>
  );
}

/** A keypad of digits has no x, b or unit. */
function isPlain({ bases, unitIsTyped }: PublicNumeric): boolean {
  return !unitIsTyped && (bases === undefined || bases.every((base) => base === 'decimal'));
}

function howToWrite({ bases, unitIsTyped }: PublicNumeric, locale: Locale): string {
  const words = kindsWords[locale];
  const how = bases ? [words.writtenAs(bases.map((base) => words.bases[base]))] : [];
  return [...how, ...(unitIsTyped ? [words.withUnit] : [])].join(' · ');
}
