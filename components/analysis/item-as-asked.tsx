import { goalTexts } from '@/components/labs/goal-texts';
import { RichText } from '@/components/quiz/rich-text';
import { textIn } from '@/components/quiz/text-in';
import type { Item } from '@/lib/curriculum/lesson';
import { toPublicTask } from '@/lib/labs/task';
import type { Question } from '@/lib/quiz/question';
import { richText } from '@/lib/quiz/rich-text';
import { solutionLines } from '@/lib/quiz/solution-lines';
import { isTemplate, tryInstantiate } from '@/lib/quiz/variants/instantiate';
import { analysisWords } from '@/lib/words/analysis';
import { inLocale, type Locale } from '@/lib/words/locale';
import { quizWords } from '@/lib/words/quiz';
import styles from './analysis.module.css';

/** The numbers of the example that stand in for everybody's own. */
const example = '0'.repeat(32);

/** One question as it is asked, with its key; of a task what it asks for. */
export function ItemAsAsked({ item, locale }: { item: Item; locale: Locale }) {
  const words = analysisWords[locale];
  if (item.kind === 'task')
    return (
      <div className={styles.card}>
        <RichText text={richText(inLocale(item.task.prompt, locale))} />
        <h3 className={styles.small}>{words.goals}</h3>
        <ul>
          {goalTexts(toPublicTask(item.task), locale).map((goal) => (
            <li key={goal}>{goal}</li>
          ))}
        </ul>
      </div>
    );
  const question = exampleOf(item.question);
  return (
    <div className={styles.card}>
      <RichText text={richText(inLocale(item.question.prompt, locale))} />
      {isTemplate(item.question) && <p className={styles.quiet}>{words.variant}</p>}
      {question && question.kind !== 'written' && (
        <>
          <h3 className={styles.small}>{words.key}</h3>
          <ul>
            {[...solutionLines(question).entries()].map(([place, line]) => (
              <li key={place}>
                <RichText text={textIn(line, locale)} />
              </li>
            ))}
          </ul>
        </>
      )}
      {question?.explanation && (
        <details>
          <summary>{quizWords[locale].why}</summary>
          <RichText text={richText(inLocale(question.explanation, locale))} />
        </details>
      )}
    </div>
  );
}

function exampleOf(question: Question): Question | undefined {
  if (!isTemplate(question)) return question;
  const instance = tryInstantiate(question, example);
  return instance.kind === 'instance' ? instance.question : undefined;
}
