import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { certificatePresets } from '@/components/labs/certificate/certificate-presets';
import { FileInspectorIsland } from '@/components/labs/certificate/file-inspector-island';
import { LockAndKey } from '@/components/labs/certificate/lock-and-key';
import { LabFrame } from '@/components/labs/lab-frame';
import { PresetList } from '@/components/labs/preset-list';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { certificateFileWords } from '@/lib/words/certificate-file';
import { certificateViewWords } from '@/lib/words/certificate-view';
import { labWords } from '@/lib/words/lab';
import { isLocale } from '@/lib/words/locale';

type Props = { params: Promise<{ locale: string }> };

const path = '/labs/certificate';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const words = certificateViewWords[locale];
  return pageMetadata({ locale, path, title: words.pageTitle, description: words.about });
}

export default async function CertificateLabPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const words = certificateViewWords[locale];
  const { title, lede, choose, drop, paste, pasted, pasteLabel, look, howTo, failed, clear } =
    certificateFileWords[locale];
  const eyebrow = <a href={`/${locale}/labs`}>{labWords[locale].labsTitle}</a>;
  return (
    <SitePage locale={locale} path={path} section="labs">
      <PageFrame title={words.pageTitle} eyebrow={eyebrow} lede={words.about} width="wide">
        <LockAndKey locale={locale} />
        <PresetList locale={locale} runs={certificatePresets} />
        <LabFrame run={{ ...certificatePresets[0], title: { [locale]: words.freePlay } }} locale={locale} free />
        <FileInspectorIsland
          locale={locale}
          texts={{ title, lede, choose, drop, paste, pasted, pasteLabel, look, howTo, failed, clear }}
        />
      </PageFrame>
    </SitePage>
  );
}
