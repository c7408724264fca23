import type { ReactNode } from 'react';
import type { Curriculum, LessonRoute } from '@/lib/curriculum/curriculum';
import { lessonWords } from '@/lib/words/lesson';
import { languageTags, otherLocale } from '@/lib/words/locale';
import styles from './beside.module.css';
import { LessonBody } from './lesson-body';

type Props = { route: LessonRoute; curriculum: Curriculum; head: ReactNode };

/**
 * Two languages side by side, section against section. Labs, tasks and questions stand once, in the language of the address;
 * the other column is words. On a narrow screen each section is followed by its other half.
 */
export async function Beside({ route, curriculum, head }: Props) {
  const { lesson, text, locale } = route;
  const other = lesson.texts[otherLocale(text.locale)];
  // Both are there before either is drawn: the page's bytes must not depend on which was read first.
  const [first, second] = await Promise.all([
    LessonBody({ lesson, text, curriculum, layout: 'beside' }),
    other && LessonBody({ lesson, text: other, curriculum, layout: 'beside', isSecond: true }),
  ]);
  return (
    // Not an <article>: in one, labs reach beyond the measure, and here the other language stands there.
    <div className={styles.beside}>
      {head}
      {other && <p className={styles.hint}>{lessonWords[locale].besideLab}</p>}
      <div className={styles.columns}>
        <div className={styles.first} lang={languageTags[text.locale]}>
          {first}
        </div>
        {other && (
          <div className={styles.second} lang={languageTags[other.locale]}>
            {second}
          </div>
        )}
      </div>
    </div>
  );
}
