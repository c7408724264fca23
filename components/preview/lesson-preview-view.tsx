import type { ReactNode } from 'react';
import { Kept } from '@/components/ui/kept';
import { Notice } from '@/components/ui/notice';
import prose from '@/components/ui/prose.module.css';
import { authorPath } from '@/lib/curriculum/read-source';
import { countsOf } from '@/lib/preview/findings-at';
import { type ShownFinding, withExcerpts } from '@/lib/preview/read-excerpt';
import type { LessonPreview } from '@/lib/preview/read-preview';
import type { Locale } from '@/lib/words/locale';
import { previewWords } from '@/lib/words/preview';
import { AuthorView } from './author-view';
import { FindingList } from './finding-card';
import styles from './lesson-preview.module.css';
import { FindingCounts, stateOf, titleOf } from './preview-index';

type Props = { preview: LessonPreview; locale: Locale; children: ReactNode };

/** What stands around a lesson laid open: how it stands, what is wrong with it as a whole, and what an author does with it next. */
export async function LessonPreviewView({ preview, locale, children }: Props) {
  const words = previewWords[locale];
  const { id, shown, isLastSound } = preview;
  const state = stateOf(preview);
  const all = await withExcerpts(preview.findings.all);
  const above = state === 'broken' ? all : all.filter((finding) => !hasPlaceBelow(finding, preview));
  const elsewhere = state === 'broken' ? await withExcerpts(preview.elsewhere) : [];
  // What keeps the lesson from being drawn comes first and alone.
  const isFurther = (finding: ShownFinding) => state === 'broken' && finding.severity === 'warning';
  const further = above.filter(isFurther);
  return (
    <div className={styles.page}>
      <header>
        <p className={`${prose.eyebrow} ${styles.eyebrow}`}>
          <a href={`/${locale}/preview`}>{words.all}</a>
          <code>{authorPath(preview.folder)}</code>
          <span>{state === 'draft' ? words.draftNote : words[state]}</span>
          {state === 'published' && <a href={`/${locale}/learn/${id}`}>{words.asLearners}</a>}
        </p>
        <h1 className={prose.title}>
          <Kept>{titleOf(preview, locale)}</Kept>
        </h1>
        <p className={styles.counts}>
          <FindingCounts counts={countsOf(preview.findings.all)} locale={locale} />
        </p>
      </header>
      {(above.length > 0 || elsewhere.length > 0) && (
        <section className={styles.whole} aria-label={words.ofLesson}>
          <FindingList findings={[...elsewhere, ...above].filter((it) => !isFurther(it))} locale={locale} />
          {further.length > 0 && (
            <details className={styles.further}>
              <summary>{words.further(further.length)}</summary>
              <FindingList findings={further} locale={locale} />
            </details>
          )}
        </section>
      )}
      {isLastSound && <Notice>{words.lastSound}</Notice>}
      {shown ? (
        <AuthorView preview={preview} shown={shown} locale={locale} />
      ) : (
        <Notice kind="empty">
          <p>{words.neverSound}</p>
        </Notice>
      )}
      {children}
    </div>
  );
}

/** True for a finding that is told where it stands: beside a text's line, with a question, with a task. */
function hasPlaceBelow({ file, line }: ShownFinding, { folder, shown, questionLines }: LessonPreview): boolean {
  const name = file.slice(authorPath(folder).length + 1);
  const lesson = shown?.lesson;
  if (!lesson) return false;
  if (name === 'quiz.yaml') return [...questionLines.values()].some((first) => first <= line);
  if (['en', 'zh'].some((locale) => name === `${locale}.mdx`))
    return lesson.texts.en?.file === file || lesson.texts.zh?.file === file;
  return lesson.items.some(({ kind, local }) => kind === 'task' && name.startsWith(`${local}.`));
}
