import type { PublicOrdering } from '@/lib/quiz/public-ordering';
import { richText } from '@/lib/quiz/rich-text';
import { inLocale } from '@/lib/words/locale';
import { quizWords } from '@/lib/words/quiz';
import { OrderingList } from '../ordering-list';
import { Prompt } from '../prompt';
import type { KindViewProps } from '../quiz';
import styles from '../quiz.module.css';

export function OrderingView({ anchor, question, locale }: KindViewProps<PublicOrdering>) {
  const steps = question.options.map(({ letter, text }) => ({ letter, text: richText(inLocale(text, locale)) }));
  return (
    <fieldset className={styles.fieldset}>
      <Prompt text={question.prompt} how={quizWords[locale].putInOrder} locale={locale} />
      <OrderingList anchor={anchor} steps={steps} />
    </fieldset>
  );
}
