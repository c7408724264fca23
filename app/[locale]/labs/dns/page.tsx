import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { dnsPresets } from '@/components/labs/dns/dns-presets';
import { LabFrame } from '@/components/labs/lab-frame';
import { PresetList } from '@/components/labs/preset-list';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { dnsViewWords } from '@/lib/words/dns-view';
import { labWords } from '@/lib/words/lab';
import { isLocale } from '@/lib/words/locale';

type Props = { params: Promise<{ locale: string }> };

const path = '/labs/dns';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const words = dnsViewWords[locale];
  return pageMetadata({ locale, path, title: words.pageTitle, description: words.about });
}

export default async function DnsLabPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const words = dnsViewWords[locale];
  const eyebrow = <a href={`/${locale}/labs`}>{labWords[locale].labsTitle}</a>;
  return (
    <SitePage locale={locale} path={path} section="labs">
      <PageFrame title={words.pageTitle} eyebrow={eyebrow} lede={words.about} width="wide">
        <PresetList locale={locale} runs={dnsPresets} />
        <LabFrame run={{ ...dnsPresets[0], title: { [locale]: words.freePlay } }} locale={locale} free />
      </PageFrame>
    </SitePage>
  );
}
