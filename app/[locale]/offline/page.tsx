import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SavedList } from '@/components/offline/saved-list';
import { PageFrame } from '@/components/ui/page-frame';
import { SitePage } from '@/components/ui/site-page';
import { isLocale } from '@/lib/words/locale';
import { offlineWords } from '@/lib/words/offline';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return { title: offlineWords[locale].title, robots: { index: false } };
}

export default async function OfflinePage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const words = offlineWords[locale];
  return (
    <SitePage locale={locale} path="/offline">
      <PageFrame title={words.title} lede={words.lede}>
        <SavedList locale={locale} />
      </PageFrame>
    </SitePage>
  );
}
