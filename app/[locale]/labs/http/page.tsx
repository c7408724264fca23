import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { httpPresets } from '@/components/labs/http/http-presets';
import { LabFrame } from '@/components/labs/lab-frame';
import { PresetList } from '@/components/labs/preset-list';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { httpViewWords } from '@/lib/words/http-view';
import { labWords } from '@/lib/words/lab';
import { isLocale } from '@/lib/words/locale';

type Props = { params: Promise<{ locale: string }> };

const path = '/labs/http';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const words = httpViewWords[locale];
  return pageMetadata({ locale, path, title: words.pageTitle, description: words.about });
}

export default async function HttpLabPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const words = httpViewWords[locale];
  const eyebrow = <a href={`/${locale}/labs`}>{labWords[locale].labsTitle}</a>;
  return (
    <SitePage locale={locale} path={path} section="labs">
      <PageFrame title={words.pageTitle} eyebrow={eyebrow} lede={words.about} width="wide">
        <PresetList locale={locale} runs={httpPresets} />
        <LabFrame run={{ ...httpPresets[0], title: { [locale]: words.freePlay } }} locale={locale} free />
      </PageFrame>
    </SitePage>
  );
}
