import type { PublicShortText } from '@/lib/quiz/public-short-text';
import { longestText } from '@/lib/quiz/public-text';
import { kindsWords } from '@/lib/words/kinds';
import { Prompt } from '../prompt';
import type { KindViewProps } from '../quiz';
import styles from '../quiz.module.css';
import boxes from './boxes.module.css';

/** One line to write. Nothing corrects or capitalises it: what a phone makes of a command is not what was meant. */
export function ShortTextView({ anchor, question, locale }: KindViewProps<PublicShortText>) {
  const words = kindsWords[locale];
  const id = `${anchor}-text`;
  return (
    <fieldset className={styles.fieldset}>
      <Prompt text={question.prompt} how={question.exactCase ? words.capitalsCount : ''} locale={locale} />
      <div className={boxes.line}>
        <label htmlFor={id}>{words.yourText}</label>
        <input
          className={`${styles.box} ${boxes.wide}`}
          id={id}
          name="text"
          type="text"
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={longestText}
          required
        />
      </div>
    </fieldset>
  );
}
