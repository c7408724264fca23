import type { PublicSingleChoice } from '@/lib/quiz/public-single-choice';
import { quizWords } from '@/lib/words/quiz';
import { Choices } from '../choices';
import { Prompt } from '../prompt';
import type { KindViewProps } from '../quiz';
import styles from '../quiz.module.css';

export function SingleChoiceView({ anchor, question, locale }: KindViewProps<PublicSingleChoice>) {
  return (
    <fieldset className={styles.fieldset}>
      <Prompt text={question.prompt} how={quizWords[locale].chooseOne} locale={locale} />
      <Choices anchor={anchor} type="radio" options={question.options} locale={locale} />
    </fieldset>
  );
}
