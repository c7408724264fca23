import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LabList } from '@/components/labs/lab-list';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { labWords } from '@/lib/words/lab';
import { isLocale } from '@/lib/words/locale';

type Props = { params: Promise<{ locale: string }> };

const path = '/labs';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const words = labWords[locale];
  return pageMetadata({ locale, path, title: words.labsTitle, description: words.labsLede });
}

export default async function LabsPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const words = labWords[locale];
  return (
    <SitePage locale={locale} path={path} section="labs">
      <PageFrame title={words.labsTitle} lede={words.labsLede} width="wide">
        <LabList locale={locale} />
      </PageFrame>
    </SitePage>
  );
}
