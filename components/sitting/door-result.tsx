import button from '@/components/ui/button.module.css';
import { Notice } from '@/components/ui/notice';
import type { AskedItem } from '@/lib/attempts/read-sitting';
import type { Lesson, Objective } from '@/lib/curriculum/lesson';
import { doorPassed } from '@/lib/progress/door';
import { inLocale, type Locale } from '@/lib/words/locale';
import { sittingWords } from '@/lib/words/sitting';
import styles from './sitting.module.css';

type Props = { lesson: Lesson; asked: readonly AskedItem[]; locale: Locale };

/** What came of "I know this": passed, or which objectives are worth reading, each with a link to where it is taught. */
export function DoorResult({ lesson, asked, locale }: Props) {
  const words = sittingWords[locale];
  const address = `/${locale}/learn/${lesson.id}`;
  const right = asked.flatMap(({ frozen, attempt }) =>
    attempt?.earned === undefined || attempt.earned === null || attempt.earned < attempt.possible ? [] : [frozen.item],
  );
  const isPassed = doorPassed({ asked: asked.map(({ frozen }) => frozen.item), right });
  const open = lesson.objectives.filter(({ id }) =>
    asked.some(({ frozen, version: { form } }) => {
      const objective = form.kind === 'question' ? form.question.objective : form.task.objective;
      return objective === id && !right.includes(frozen.item);
    }),
  );
  return (
    <>
      {isPassed ? (
        <Notice title={words.doorPassed}>
          <p>{words.doorPassedText}</p>
        </Notice>
      ) : (
        <Notice title={words.doorFailed}>
          <ul>
            {open.map((objective) => (
              <li key={objective.id}>
                <a href={`${address}${placeOf(lesson, objective, locale)}`}>{inLocale(objective.text, locale)}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <p className={styles.row}>
        <a className={`${button.button} ${isPassed ? '' : button.primary}`} href={address}>
          {words.toLesson}
        </a>
        {isPassed && (
          <a className={`${button.button} ${button.primary}`} href={`/${locale}/paths/${lesson.path}`}>
            {words.toPath}
          </a>
        )}
      </p>
    </>
  );
}

/** `#close-cleanly`: the first question or task of the objective that stands in the text; without one the lesson's beginning. */
function placeOf(lesson: Lesson, { id }: Objective, locale: Locale): string {
  const text = lesson.texts[locale] ?? Object.values(lesson.texts)[0];
  const placed = text?.places.find((place) =>
    lesson.items.some((item) => {
      const objective = item.kind === 'question' ? item.question.objective : item.task.objective;
      return item.local === place.id && objective === id;
    }),
  );
  if (!placed) return '';
  return placed.component === 'Task' ? `#task-${placed.id}` : `#${placed.id}`;
}
