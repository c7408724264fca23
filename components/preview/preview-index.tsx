import type { Counts } from '@/lib/preview/findings-at';
import { countsOf } from '@/lib/preview/findings-at';
import type { LessonPreview } from '@/lib/preview/read-preview';
import { type Locale, languageNames, locales } from '@/lib/words/locale';
import { previewWords } from '@/lib/words/preview';
import styles from './preview-index.module.css';

type Props = { lessons: readonly LessonPreview[]; locale: Locale };

/** Every lesson there is a folder for: its title, its languages, whether learners see it, and how much the check finds in it. */
export function PreviewIndex({ lessons, locale }: Props) {
  const words = previewWords[locale];
  return (
    <ul className={styles.lessons}>
      {lessons.map((preview) => {
        const { id, shown } = preview;
        const lesson = shown?.lesson;
        return (
          <li key={id} data-lesson={id}>
            <p className={styles.title}>
              <a href={`/${locale}/preview/${id}`}>{titleOf(preview, locale)}</a>
              <code>{id}</code>
            </p>
            <p className={styles.facts}>
              <span className={styles.state} data-state={stateOf(preview)}>
                {words[stateOf(preview)]}
              </span>
              {lesson && (
                <span>
                  {locales
                    .filter((it) => lesson.texts[it])
                    .map((it) => languageNames[it])
                    .join(' · ')}
                </span>
              )}
              <FindingCounts counts={countsOf(preview.findings.all)} locale={locale} />
            </p>
          </li>
        );
      })}
    </ul>
  );
}

export function titleOf({ shown, slug }: LessonPreview, locale: Locale): string {
  const texts = shown?.lesson.texts ?? {};
  return (texts[locale] ?? Object.values(texts)[0])?.title ?? slug;
}

/** How a lesson stands: broken says more than draft, since nobody can be shown it. */
export function stateOf({ shown, isLastSound }: LessonPreview): 'broken' | 'draft' | 'published' {
  if (!shown || isLastSound) return 'broken';
  return shown.lesson.draft ? 'draft' : 'published';
}

export function FindingCounts({ counts, locale }: { counts: Counts; locale: Locale }) {
  const words = previewWords[locale];
  const { errors, warnings } = counts;
  if (errors + warnings === 0) return <span>{words.clean}</span>;
  return (
    <>
      {errors > 0 && <b className={styles.errors}>{words.errors(errors)}</b>}
      {warnings > 0 && <span>{words.warnings(warnings)}</span>}
    </>
  );
}
