import { hasHoles } from '@/lib/quiz/public-hole';
import { namesIn, type PublicQuestion } from '@/lib/quiz/public-kinds';
import { versionOf } from '@/lib/quiz/question-version';
import type { Locale } from '@/lib/words/locale';
import { CategorisingView } from './kinds/categorising-view';
import { FillInView } from './kinds/fill-in-view';
import { MatchingView } from './kinds/matching-view';
import { MultipleChoiceView } from './kinds/multiple-choice-view';
import { NumericView } from './kinds/numeric-view';
import { OrderingView } from './kinds/ordering-view';
import { PointingView } from './kinds/pointing-view';
import { PredictionView } from './kinds/prediction-view';
import { ShortTextView } from './kinds/short-text-view';
import { SingleChoiceView } from './kinds/single-choice-view';
import { WrittenView } from './kinds/written-view';
import styles from './quiz.module.css';
import { QuizForm } from './quiz-form';

type Props = {
  /** `tcp-tls/three-way-four-way/syn-ack-number` */
  item: string;
  question: PublicQuestion;
  locale: Locale;
  /** A variant's numbers, where the page was drawn for one learner. */
  draw?: { id: string; holes: Record<string, string> };
  sitting?: string;
  assignment?: string;
  /** One answer and no more: there is no "Try again". */
  onlyOnce?: boolean;
};

/** A question on a page. It is given the public form only: what it does not have, it cannot show. */
export function Quiz({ item, question, locale, ...run }: Props) {
  const anchor = item.slice(item.lastIndexOf('/') + 1);
  return (
    <div className={styles.quiz} id={anchor} data-quiz={item}>
      <QuizForm
        {...run}
        item={item}
        version={versionOf(question)}
        kind={question.kind}
        locale={locale}
        letters={namesIn(question)}
        hasHints={question.hasHints === true}
        isVariant={hasHoles(question)}
      >
        <KindView anchor={anchor} question={question} locale={locale} />
      </QuizForm>
    </div>
  );
}

export type KindViewProps<Q extends PublicQuestion> = { anchor: string; question: Q; locale: Locale };

/** What a question shows and asks for, without the form around it. */
export function KindView({ anchor, question, locale }: KindViewProps<PublicQuestion>) {
  switch (question.kind) {
    case 'single-choice':
      return <SingleChoiceView anchor={anchor} question={question} locale={locale} />;
    case 'multiple-choice':
      return <MultipleChoiceView anchor={anchor} question={question} locale={locale} />;
    case 'numeric':
      return <NumericView anchor={anchor} question={question} locale={locale} />;
    case 'ordering':
      return <OrderingView anchor={anchor} question={question} locale={locale} />;
    case 'short-text':
      return <ShortTextView anchor={anchor} question={question} locale={locale} />;
    case 'fill-in':
      return <FillInView anchor={anchor} question={question} locale={locale} />;
    case 'written':
      return <WrittenView anchor={anchor} question={question} locale={locale} />;
    case 'matching':
      return <MatchingView anchor={anchor} question={question} locale={locale} />;
    case 'categorising':
      return <CategorisingView anchor={anchor} question={question} locale={locale} />;
    case 'pointing':
      return <PointingView anchor={anchor} question={question} locale={locale} />;
    case 'prediction':
      return <PredictionView anchor={anchor} question={question} locale={locale} />;
  }
}
