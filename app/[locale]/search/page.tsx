import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SearchResults } from '@/components/search/search-results';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { isLocale } from '@/lib/words/locale';
import { searchWords } from '@/lib/words/search';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<{ q?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return {
    ...pageMetadata({ locale, path: '/search', title: searchWords[locale].title }),
    robots: { index: false },
  };
}

/** Search without scripts, and everything that was found: the same index and the same order as above the page. */
export default async function SearchPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { q = '' } = await searchParams;
  const query = (Array.isArray(q) ? (q[0] ?? '') : q).trim().slice(0, 100);
  return (
    <SitePage locale={locale} path="/search">
      <PageFrame title={searchWords[locale].title} lede={searchWords[locale].hint}>
        <SearchResults locale={locale} query={query} />
      </PageFrame>
    </SitePage>
  );
}
