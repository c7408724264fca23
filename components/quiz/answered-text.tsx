import type { Feedback } from '@/lib/quiz/answer';
import type { PublicWritten } from '@/lib/quiz/public-written';
import { kindsWords } from '@/lib/words/kinds';
import type { Locale } from '@/lib/words/locale';
import boxes from './kinds/boxes.module.css';
import { Rubric } from './kinds/written-view';
import { RichLine, RichText } from './rich-text';
import { textIn } from './text-in';

type Props = { question: PublicWritten; text: string; feedback: Feedback; locale: Locale };

/** What was written, line by line as it was, and what it is compared with or marked by. */
export function AnsweredText({ question, text, feedback, locale }: Props) {
  const words = kindsWords[locale];
  return (
    <>
      <Rubric question={question} locale={locale} />
      <p className={boxes.head}>{words.yourWriting}</p>
      <blockquote className={boxes.said}>{text}</blockquote>
      {question.marked === 'person' && <p>{words.toBeMarked}</p>}
      {feedback.model && (
        <section className={boxes.after} aria-label={words.model}>
          <p className={boxes.head}>{words.model}</p>
          <RichText text={textIn(feedback.model, locale)} />
        </section>
      )}
      {feedback.selfCheck && (
        <section className={boxes.after} aria-label={words.selfCheck}>
          <p className={boxes.head}>{words.selfCheck}</p>
          <ul>
            {feedback.selfCheck.map((line) => (
              <li key={JSON.stringify(line)}>
                <RichLine text={textIn(line, locale)} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
