import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { TroublePage } from '@/components/ui/trouble-page';
import { isLocale } from '@/lib/words/locale';
import { troubleWords } from '@/lib/words/trouble';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: troubleWords[locale].failedTitle, robots: { index: false } } : {};
}

export default async function FailedPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return <TroublePage locale={locale} kind="failed" />;
}
