import type { Feedback } from '@/lib/quiz/answer';
import type { Kind, PublicKinds, PublicQuestion, Responses } from '@/lib/quiz/public-kinds';
import type { PublicOption } from '@/lib/quiz/public-single-choice';
import { richText } from '@/lib/quiz/rich-text';
import { attemptsWords } from '@/lib/words/attempts';
import { inLocale, type Locale } from '@/lib/words/locale';
import { quizWords } from '@/lib/words/quiz';
import { OptionText } from './prompt';
import styles from './quiz.module.css';
import { RichText } from './rich-text';
import { textIn } from './text-in';

type Props = { question: PublicQuestion; said: Said; feedback: Feedback; locale: Locale };

/** A response in letters, as each kind is read back: what was chosen, in the order it stands, and what was typed. */
export type Said = { chosen: readonly string[]; text?: string };

/** What a response says, whatever its kind. */
export function saidBy<K extends Kind>(kind: K, response: Responses[K]): Said {
  const readers: { [P in Kind]: (response: Responses[P]) => Said } = {
    'single-choice': ({ choice }) => ({ chosen: [choice] }),
    'multiple-choice': ({ choices }) => ({ chosen: choices }),
    numeric: ({ text }) => ({ chosen: [], text }),
    ordering: ({ order }) => ({ chosen: order }),
  };
  return readers[kind](response);
}

/** A question as it was asked, with what was answered and what was said to that. */
export function AnsweredQuestion({ question, said, feedback, locale }: Props) {
  const words = attemptsWords[locale];
  return (
    <div className={styles.quiz}>
      <div className={styles.prompt}>
        <RichText text={richText(inLocale(question.prompt, locale))} />
      </div>
      {'options' in question ? (
        inOrder(question, said).map((option) => (
          <AnsweredOption
            key={option.letter}
            option={option}
            isChosen={question.kind !== 'ordering' && said.chosen.includes(option.letter)}
            feedback={feedback}
            locale={locale}
          />
        ))
      ) : (
        <p>{words.yourNumber(said.text ?? '')}</p>
      )}
      {feedback.isMore && <p>{quizWords[locale].isMore}</p>}
      {question.kind === 'ordering' && feedback.placed !== question.options.length && (
        <p>{quizWords[locale].placed(feedback.placed ?? 0)}</p>
      )}
      {feedback.note && <RichText text={textIn(feedback.note, locale)} />}
      {feedback.explanation && (
        <section className={styles.explanation} aria-label={quizWords[locale].why}>
          <RichText text={textIn(feedback.explanation, locale)} />
        </section>
      )}
    </div>
  );
}

/** Steps stand as they were put, options as they were shown. */
function inOrder(question: Exclude<PublicQuestion, PublicKinds['numeric']>, said: Said): readonly PublicOption[] {
  if (question.kind !== 'ordering') return question.options;
  return said.chosen.flatMap((letter) => question.options.filter((option) => option.letter === letter));
}

type OptionProps = { option: PublicOption; isChosen: boolean; feedback: Feedback; locale: Locale };

function AnsweredOption({ option, isChosen, feedback, locale }: OptionProps) {
  const words = quizWords[locale];
  const mark = feedback.marks?.[option.letter];
  return (
    <div className={styles.option}>
      <p className={styles.answered}>
        <OptionText text={option.text} locale={locale} />
        {isChosen && <small className={styles.quiet}> · {attemptsWords[locale].chosen}</small>}
      </p>
      {mark && (
        <div className={styles.note} data-mark={mark.right ? 'right' : 'wrong'}>
          <span className="visually-hidden">{mark.right ? words.optionRight : words.optionWrong}. </span>
          {mark.feedback && <RichText text={textIn(mark.feedback, locale)} />}
        </div>
      )}
    </div>
  );
}
