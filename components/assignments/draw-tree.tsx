import type { TreePath } from '@/lib/assignments/work-tree';
import { assignmentsWords } from '@/lib/words/assignments';
import type { Locale } from '@/lib/words/locale';
import styles from './choice-tree.module.css';
import { DrawField } from './draw-field';

/** The objectives of each lesson, with how many questions are drawn of each. */
export function DrawTree({ paths, locale }: { paths: readonly TreePath[]; locale: Locale }) {
  const words = assignmentsWords[locale].form;
  return (
    <div className={styles.tree}>
      {paths.map((path) => (
        <details key={path.id} className={styles.path} open={paths.length === 1}>
          <summary>{path.title}</summary>
          {path.lessons
            .filter(({ objectives }) => objectives.length > 0)
            .map((lesson) => (
              <details key={lesson.id} className={styles.lesson}>
                <summary>{lesson.title}</summary>
                {lesson.objectives.map(({ id, text, from, assessed }) => (
                  <DrawField key={id} objective={id} text={text} from={words.drawCount(from, assessed)} />
                ))}
              </details>
            ))}
        </details>
      ))}
    </div>
  );
}
