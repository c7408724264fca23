import { authorPath } from '@/lib/curriculum/read-source';
import type { LessonFolder } from '@/lib/preview/lesson-folders';
import type { ShownFinding } from '@/lib/preview/read-excerpt';
import type { Locale } from '@/lib/words/locale';
import { previewWords } from '@/lib/words/preview';
import { FindingList } from './finding-card';

type Props = { mistakes: readonly ShownFinding[]; folders: readonly LessonFolder[]; locale: Locale };

/** What keeps pages from being drawn, lesson by lesson, each with the way to its preview. */
export function MistakesView({ mistakes, folders, locale }: Props) {
  const words = previewWords[locale];
  const isIn = (folder: string) => {
    const home = authorPath(folder);
    return ({ file }: ShownFinding) => file === home || file.startsWith(`${home}/`);
  };
  const elsewhere = mistakes.filter((finding) => !folders.some(({ folder }) => isIn(folder)(finding)));
  return (
    <>
      {elsewhere.length > 0 && (
        <section aria-label={words.elsewhere}>
          <FindingList findings={elsewhere} locale={locale} />
        </section>
      )}
      {folders.map(({ id, folder }) => {
        const own = mistakes.filter(isIn(folder));
        return (
          own.length > 0 && (
            <section key={id} aria-label={id}>
              <p>
                <code>{id}</code> <a href={`/${locale}/preview/${id}`}>{words.inPreview}</a>
              </p>
              <FindingList findings={own} locale={locale} />
            </section>
          )
        );
      })}
    </>
  );
}
