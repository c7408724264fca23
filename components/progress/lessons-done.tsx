import type { Curriculum } from '@/lib/curriculum/curriculum';
import type { ProgressSummary } from '@/lib/progress/progress';
import { attemptsWords } from '@/lib/words/attempts';
import { inLocale, type Locale } from '@/lib/words/locale';
import styles from './progress.module.css';

type Props = { curriculum: Curriculum; progress: ProgressSummary; locale: Locale };

/** Every lesson that was touched, in the order of the paths, with its checks. */
export function LessonsDone({ curriculum, progress, locale }: Props) {
  const words = attemptsWords[locale];
  const touched = curriculum.paths.flatMap((path) =>
    path.lessons.flatMap((lesson) => {
      const known = progress.lessons[lesson.id];
      return known ? [{ path, lesson, known }] : [];
    }),
  );
  return (
    <section aria-labelledby="lessons">
      <h2 id="lessons">{words.lessons}</h2>
      <ul className={styles.lessons}>
        {touched.map(({ path, lesson, known }) => {
          const title = inLocale({ en: lesson.texts.en?.title, zh: lesson.texts.zh?.title }, locale);
          const state = known.complete ? words.complete : known.read ? words.read : undefined;
          return (
            <li key={lesson.id}>
              <a href={`/${locale}/learn/${lesson.id}`}>{title}</a>
              <span className={styles.quiet}>
                {inLocale(path.title, locale)} · {words.checks(known.done, known.of)}
                {state && ` · ${state}`}
              </span>
              <progress value={known.done} max={Math.max(1, known.of)} aria-label={title}>
                {words.checks(known.done, known.of)}
              </progress>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
