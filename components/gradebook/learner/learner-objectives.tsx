import type { Lesson } from '@/lib/curriculum/lesson';
import { masteryNeeds, masteryOf } from '@/lib/progress/mastery';
import type { Cards } from '@/lib/progress/progress';
import { gradebookLearnerWords } from '@/lib/words/gradebook-learner';
import { inLocale, type Locale } from '@/lib/words/locale';
import { masteryWords } from '@/lib/words/mastery';
import styles from './learner.module.css';

type Props = { lesson: Lesson; cards: Cards; locale: Locale };

/** How each objective of a lesson stands with a learner, and why. */
export function LearnerObjectives({ lesson, cards, locale }: Props) {
  const words = masteryWords[locale];
  return (
    <section className={styles.part}>
      <h2>{gradebookLearnerWords[locale].objectives}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.objective}</th>
            <th scope="col">{words.standing}</th>
          </tr>
        </thead>
        <tbody>
          {lesson.objectives.map(({ id, text }) => {
            const { state, right, of } = masteryOf(cards.get(`${lesson.id}#${id}`));
            return (
              <tr key={id}>
                <th scope="row">{inLocale(text, locale)}</th>
                <td>
                  <strong>{words.states[state]}</strong>
                  {state !== 'new' && (
                    <span className={styles.quiet}>
                      {' '}
                      {gradebookLearnerWords[locale].lastRight(right, of, masteryNeeds)}
                    </span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
