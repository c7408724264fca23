import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LabFrame } from '@/components/labs/lab-frame';
import { PresetList } from '@/components/labs/preset-list';
import { CaptureDrop } from '@/components/labs/tcp/capture/capture-drop';
import { tcpPresets } from '@/components/labs/tcp/tcp-presets';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { labWords } from '@/lib/words/lab';
import { isLocale } from '@/lib/words/locale';
import { tcpCaptureWords } from '@/lib/words/tcp-capture';
import { tcpViewWords } from '@/lib/words/tcp-view';

type Props = { params: Promise<{ locale: string }> };

const path = '/labs/tcp';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const words = tcpViewWords[locale];
  return pageMetadata({ locale, path, title: words.pageTitle, description: words.about });
}

export default async function TcpLabPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const words = tcpViewWords[locale];
  const { title, lede, choose, drop, failed, noScript } = tcpCaptureWords[locale];
  const eyebrow = <a href={`/${locale}/labs`}>{labWords[locale].labsTitle}</a>;
  return (
    <SitePage locale={locale} path={path} section="labs">
      <PageFrame title={words.pageTitle} eyebrow={eyebrow} lede={words.about} width="wide">
        <PresetList locale={locale} runs={tcpPresets} />
        <LabFrame run={{ ...tcpPresets[0], title: { [locale]: words.freePlay } }} locale={locale} at={1} free />
        <CaptureDrop locale={locale} words={{ title, lede, choose, drop, failed, noScript }} />
      </PageFrame>
    </SitePage>
  );
}
