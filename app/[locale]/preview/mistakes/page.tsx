import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { MistakesView } from '@/components/preview/mistakes-view';
import { PageFrame } from '@/components/ui/page-frame';
import { SitePage } from '@/components/ui/site-page';
import { mayPreview } from '@/lib/access/preview';
import { thisSession } from '@/lib/auth/this-request';
import { mistakesInTheWay } from '@/lib/curriculum/read-curriculum';
import { withExcerpts } from '@/lib/preview/read-excerpt';
import { previewContent } from '@/lib/preview/read-preview';
import { isWorkshop } from '@/lib/preview/workshop';
import { isLocale } from '@/lib/words/locale';
import { previewWords } from '@/lib/words/preview';

type Props = { params: Promise<{ locale: string }> };

export const dynamic = 'force-dynamic';

export const metadata: Metadata = { robots: { index: false, follow: false } };

/** What the door shows in place of any page while an author's files cannot be read (lib/server/while-broken.ts). Development only. */
export default async function MistakesPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale) || process.env.NODE_ENV !== 'development') notFound();
  const words = previewWords[locale];
  const { curriculum, folders } = await previewContent();
  const mistakes = await mistakesInTheWay();
  // Findings quote quiz.yaml, keys and all.
  const isToldAll = mayPreview(await thisSession(), { isWorkshop: await isWorkshop() });
  return (
    <SitePage locale={locale} path="" site={curriculum.site}>
      {/* Mended since the door looked: the browser asks again for the page it wanted. */}
      {mistakes.length === 0 && <meta httpEquiv="refresh" content="0" />}
      {isToldAll ? (
        <PageFrame title={words.mistakes} lede={words.mistakesLede} width="wide">
          <MistakesView mistakes={await withExcerpts(mistakes)} folders={folders} locale={locale} />
        </PageFrame>
      ) : (
        <PageFrame title={words.mistakesElsewhere} lede={words.mistakesElsewhereLede}>
          {null}
        </PageFrame>
      )}
    </SitePage>
  );
}
