import type { PublicMultipleChoice } from '@/lib/quiz/public-multiple-choice';
import { quizWords } from '@/lib/words/quiz';
import { Choices } from '../choices';
import { Prompt } from '../prompt';
import type { KindViewProps } from '../quiz';
import styles from '../quiz.module.css';

export function MultipleChoiceView({ anchor, question, locale }: KindViewProps<PublicMultipleChoice>) {
  return (
    <fieldset className={styles.fieldset}>
      <Prompt text={question.prompt} how={quizWords[locale].chooseAll} locale={locale} />
      <Choices anchor={anchor} type="checkbox" options={question.options} locale={locale} />
    </fieldset>
  );
}
