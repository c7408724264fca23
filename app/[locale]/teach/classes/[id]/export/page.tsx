import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ExportList } from '@/components/out/export-list';
import { ClassPage } from '@/components/teach/class-page';
import { Notice } from '@/components/ui/notice';
import { thisClass } from '@/lib/classes/this-class';
import { isLocale } from '@/lib/words/locale';
import { outWords } from '@/lib/words/out';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: outWords[locale].title, robots: { index: false } } : {};
}

export default async function ExportPage({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const seen = await thisClass(id, 'export:gradebook', { locale, path: `/teach/classes/${id}/export` });
  const words = outWords[locale];
  return (
    <ClassPage locale={locale} seen={seen} place="export" path="/export" title={words.title} lede={words.lede}>
      {seen.classroom.isPseudonymous && (
        <Notice>
          <p>{words.hidden}</p>
        </Notice>
      )}
      <ExportList locale={locale} classId={id} />
    </ClassPage>
  );
}
