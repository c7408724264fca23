import type { PublicWritten } from '@/lib/quiz/public-written';
import { kindsWords } from '@/lib/words/kinds';
import { type Locale, languageTags } from '@/lib/words/locale';
import { OptionText, Prompt } from '../prompt';
import type { KindViewProps } from '../quiz';
import styles from '../quiz.module.css';
import boxes from './boxes.module.css';
import { WrittenAfter } from './client-parts';

/** A text of several sentences. What it will be judged by is said before it is written. */
export function WrittenView({ anchor, question, locale }: KindViewProps<PublicWritten>) {
  const words = kindsWords[locale];
  const { length, marked } = question;
  const howId = `${anchor}-how`;
  return (
    <fieldset className={styles.fieldset}>
      <Prompt text={question.prompt} how={marked === 'self' ? words.bySelf : words.byPerson} locale={locale} />
      <Rubric question={question} locale={locale} />
      <textarea
        className={`${styles.box} ${boxes.text}`}
        name="text"
        rows={6}
        aria-label={words.yourWriting}
        aria-describedby={howId}
        maxLength={length.max}
        required
      />
      <p id={howId} className={styles.quiet}>
        {lengthWords(length, locale)}
      </p>
      <WrittenAfter
        model={words.model}
        selfCheck={words.selfCheck}
        toBeMarked={marked === 'person' ? words.toBeMarked : ''}
      />
    </fieldset>
  );
}

/** The criteria with their points. */
export function Rubric({ question, locale }: { question: PublicWritten; locale: Locale }) {
  const words = kindsWords[locale];
  if (!question.rubric) return null;
  return (
    <div className={boxes.rubric}>
      <p>{words.markedBy}</p>
      <ul>
        {question.rubric.map(({ text, points }) => (
          <li key={JSON.stringify(text)}>
            <OptionText text={text} locale={locale} /> <span className={styles.quiet}>({words.points(points)})</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function lengthWords({ min, max }: PublicWritten['length'], locale: Locale): string {
  const words = kindsWords[locale];
  const number = new Intl.NumberFormat(languageTags[locale]);
  return min > 1 ? words.between(number.format(min), number.format(max)) : words.atMost(number.format(max));
}
