import type { Metadata } from 'next';
import { authorsOnly } from '@/components/preview/authors-only';
import { FindingList } from '@/components/preview/finding-card';
import { PreviewIndex } from '@/components/preview/preview-index';
import { Notice } from '@/components/ui/notice';
import { PageFrame } from '@/components/ui/page-frame';
import { SitePage } from '@/components/ui/site-page';
import { withExcerpts } from '@/lib/preview/read-excerpt';
import { previewContent } from '@/lib/preview/read-preview';
import { isLocale } from '@/lib/words/locale';
import { previewWords } from '@/lib/words/preview';

type Props = { params: Promise<{ locale: string }> };

export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return {
    ...(isLocale(locale) ? { title: previewWords[locale].title } : {}),
    robots: { index: false, follow: false },
  };
}

/** All lessons as their files say now, for authors. */
export default async function PreviewPage({ params }: Props) {
  const { locale } = await authorsOnly(await params, '/preview');
  const words = previewWords[locale];
  const content = await previewContent();
  const found = await Promise.all(content.folders.map(({ id }) => content.lesson(id)));
  const lessons = found.filter((lesson) => lesson !== undefined);
  const elsewhere = await withExcerpts(content.elsewhere);
  return (
    <SitePage locale={locale} path="/preview" site={content.curriculum.site}>
      <PageFrame title={words.title} lede={words.lede} width="wide">
        {elsewhere.length > 0 && (
          <section aria-labelledby="elsewhere">
            <h2 id="elsewhere">{words.elsewhere}</h2>
            <p>{words.elsewhereLede}</p>
            <FindingList findings={elsewhere} locale={locale} />
          </section>
        )}
        {lessons.length === 0 ? (
          <Notice kind="empty">
            <p>{words.noLessons}</p>
          </Notice>
        ) : (
          <PreviewIndex lessons={lessons} locale={locale} />
        )}
      </PageFrame>
    </SitePage>
  );
}
