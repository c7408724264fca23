import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { isLocale } from '@/lib/words/locale';
import { siteWords } from '@/lib/words/site';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? pageMetadata({ locale, path: '' }) : {};
}

export default async function HomePage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return (
    <SitePage locale={locale} path="" section="paths">
      <h1>{siteWords[locale].name}</h1>
    </SitePage>
  );
}
