import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import styles from '@/components/analysis/analysis.module.css';
import { type LessonOrder, LessonsTable } from '@/components/analysis/lessons-table';
import { ClassPage } from '@/components/teach/class-page';
import { Notice } from '@/components/ui/notice';
import { pageMetadata } from '@/components/ui/page-metadata';
import { analysedLessons } from '@/lib/analysis/class-analysis';
import { openReports } from '@/lib/analysis/class-reports';
import { thisClass } from '@/lib/classes/this-class';
import { analysisWords } from '@/lib/words/analysis';
import { isLocale } from '@/lib/words/locale';
import { teachWords } from '@/lib/words/teach';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<{ order?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  if (!isLocale(locale)) return {};
  const page = pageMetadata({ locale, path: `/teach/classes/${id}/items`, title: teachWords[locale].places.items });
  return { ...page, robots: { index: false } };
}

export default async function ClassItemsPage({ params, searchParams }: Props) {
  const [{ locale, id }, asked] = await Promise.all([params, searchParams]);
  if (!isLocale(locale)) notFound();
  const seen = await thisClass(id, 'view:items', { locale, path: `/teach/classes/${id}/items` });
  const [lessons, open] = await Promise.all([analysedLessons(seen.classroom), openReports(seen.classroom)]);
  const words = analysisWords[locale];
  const order: LessonOrder = asked.order === 'content' ? 'content' : 'attention';
  const home = `/${locale}/teach/classes/${seen.classroom.id}/items`;
  const begun = lessons.filter(({ learners }) => learners > 0);
  return (
    <ClassPage locale={locale} seen={seen} place="items" path="/items" lede={words.lessonsLede}>
      <div className={styles.bar}>
        <nav className={styles.orders} aria-label={words.order.label}>
          <a href={home} aria-current={order === 'attention' ? 'true' : undefined}>
            {words.order.attention}
          </a>
          <a href={`${home}?order=content`} aria-current={order === 'content' ? 'true' : undefined}>
            {words.order.content}
          </a>
        </nav>
        <p>
          <a href={`${home}/reports`}>{words.reportsHere(open)}</a>
        </p>
      </div>
      {begun.length === 0 ? (
        <Notice kind="empty">
          <p>{words.nobody}</p>
        </Notice>
      ) : (
        <>
          <LessonsTable lessons={begun} order={order} home={home} locale={locale} />
          {begun.length < lessons.length && (
            <p className={styles.quiet}>{words.others(lessons.length - begun.length)}</p>
          )}
        </>
      )}
    </ClassPage>
  );
}
