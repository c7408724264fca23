import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { GlossaryList } from '@/components/lesson/glossary-list';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { lessonWords } from '@/lib/words/lesson';
import { isLocale } from '@/lib/words/locale';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const words = lessonWords[locale];
  return pageMetadata({ locale, path: '/glossary', title: words.glossary, description: words.glossaryLede });
}

export default async function GlossaryPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { glossary } = await curriculum();
  const words = lessonWords[locale];
  return (
    <SitePage locale={locale} path="/glossary">
      <PageFrame title={words.glossary} lede={words.glossaryLede}>
        <GlossaryList terms={glossary} locale={locale} />
      </PageFrame>
    </SitePage>
  );
}
