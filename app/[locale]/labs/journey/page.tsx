import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { journeyPresets } from '@/components/labs/journey/journey-presets';
import { LabFrame } from '@/components/labs/lab-frame';
import { PresetList } from '@/components/labs/preset-list';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { journeyViewWords } from '@/lib/words/journey-view';
import { labWords } from '@/lib/words/lab';
import { isLocale } from '@/lib/words/locale';

type Props = { params: Promise<{ locale: string }> };

const path = '/labs/journey';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const words = journeyViewWords[locale];
  return pageMetadata({ locale, path, title: words.pageTitle, description: words.about });
}

export default async function JourneyLabPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const words = journeyViewWords[locale];
  const eyebrow = <a href={`/${locale}/labs`}>{labWords[locale].labsTitle}</a>;
  return (
    <SitePage locale={locale} path={path} section="labs">
      <PageFrame title={words.pageTitle} eyebrow={eyebrow} lede={words.about} width="wide">
        <PresetList locale={locale} runs={journeyPresets} />
        <LabFrame run={{ ...journeyPresets[0], title: { [locale]: words.freePlay } }} locale={locale} free />
      </PageFrame>
    </SitePage>
  );
}
