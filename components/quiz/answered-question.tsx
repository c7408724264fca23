import type { Feedback } from '@/lib/quiz/answer';
import type { Kind, PublicKinds, PublicQuestion, Responses } from '@/lib/quiz/public-kinds';
import type { PublicOption } from '@/lib/quiz/public-single-choice';
import { richText } from '@/lib/quiz/rich-text';
import { attemptsWords } from '@/lib/words/attempts';
import { kindsWords } from '@/lib/words/kinds';
import { inLocale, type Locale } from '@/lib/words/locale';
import { quizWords } from '@/lib/words/quiz';
import { AnsweredBlanks } from './answered-blanks';
import { AnsweredBytes } from './answered-bytes';
import { AnsweredPlaces } from './answered-places';
import { AnsweredPrediction } from './answered-prediction';
import { AnsweredText } from './answered-text';
import { OptionText } from './prompt';
import styles from './quiz.module.css';
import { RichText } from './rich-text';
import { textIn } from './text-in';

type Props = { question: PublicQuestion; said: Said; feedback: Feedback; locale: Locale };

/** A response in letters, as each kind is read back: what was chosen, in the order it stands, and what was typed. */
export type Said = {
  chosen: readonly string[];
  text?: string;
  /** What stands in each blank, by its letter. */
  blanks?: Readonly<Record<string, string>>;
  /** What each part was given, by its name: the place of an item, the value of a field. */
  parts?: Readonly<Record<string, string>>;
  /** The bytes pointed at, the last one included. */
  range?: { from: number; to: number };
};

/** What a response says, whatever its kind. */
export function saidBy<K extends Kind>(kind: K, response: Responses[K]): Said {
  const readers: { [P in Kind]: (response: Responses[P]) => Said } = {
    'single-choice': ({ choice }) => ({ chosen: [choice] }),
    'multiple-choice': ({ choices }) => ({ chosen: choices }),
    numeric: ({ text, unit }) => ({ chosen: unit === undefined ? [] : [unit], text }),
    ordering: ({ order }) => ({ chosen: order }),
    'short-text': ({ text }) => ({ chosen: [], text }),
    'fill-in': ({ blanks }) => ({ chosen: [], blanks }),
    written: ({ text }) => ({ chosen: [], text }),
    matching: ({ places }) => ({ chosen: [], parts: places }),
    categorising: ({ places }) => ({ chosen: [], parts: places }),
    pointing: (response) => ('choice' in response ? { chosen: [response.choice] } : { chosen: [], range: response }),
    prediction: ({ fields }) => ({ chosen: [], parts: fields }),
  };
  return readers[kind](response);
}

/** A question as it was asked, with what was answered and what was said to that. */
export function AnsweredQuestion({ question, said, feedback, locale }: Props) {
  return (
    <div className={styles.quiz}>
      <div className={styles.prompt}>
        <RichText text={richText(inLocale(question.prompt, locale))} />
      </div>
      <AnsweredParts question={question} said={said} feedback={feedback} locale={locale} />
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

/** What was said, as this kind of question says it. */
function AnsweredParts({ question, said, feedback, locale }: Props) {
  const words = attemptsWords[locale];
  switch (question.kind) {
    case 'single-choice':
    case 'multiple-choice':
    case 'ordering':
      return inOrder(question, said).map((option) => (
        <AnsweredOption
          key={option.letter}
          option={option}
          isChosen={question.kind !== 'ordering' && said.chosen.includes(option.letter)}
          feedback={feedback}
          locale={locale}
        />
      ));
    case 'numeric': {
      const unit = question.units?.find(({ letter }) => said.chosen.includes(letter));
      return <p>{words.yourNumber(`${said.text ?? ''}${unit ? ` ${inLocale(unit.text, locale)}` : ''}`)}</p>;
    }
    case 'short-text':
      return <p>{kindsWords[locale].youWrote(said.text ?? '')}</p>;
    case 'fill-in':
      return <AnsweredBlanks question={question} blanks={said.blanks ?? {}} feedback={feedback} locale={locale} />;
    case 'written':
      return <AnsweredText question={question} text={said.text ?? ''} feedback={feedback} locale={locale} />;
    case 'matching':
      return (
        <AnsweredPlaces
          parts={question.lefts}
          places={question.rights}
          said={said.parts ?? {}}
          feedback={feedback}
          locale={locale}
        />
      );
    case 'categorising':
      return (
        <AnsweredPlaces
          parts={question.items}
          places={question.categories}
          said={said.parts ?? {}}
          feedback={feedback}
          locale={locale}
        />
      );
    case 'pointing':
      if ('dump' in question) return <AnsweredBytes dump={question.dump} range={said.range} locale={locale} />;
      return question.options.map((option) => (
        <AnsweredOption
          key={option.letter}
          option={option}
          isChosen={said.chosen.includes(option.letter)}
          feedback={feedback}
          locale={locale}
        />
      ));
    case 'prediction':
      return <AnsweredPrediction question={question} said={said.parts ?? {}} feedback={feedback} locale={locale} />;
  }
}

type WithOptions = PublicKinds['single-choice' | 'multiple-choice' | 'ordering'];

/** Steps stand as they were put, options as they were shown. */
function inOrder(question: WithOptions, said: Said): readonly PublicOption[] {
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
