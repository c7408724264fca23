import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import styles from '@/components/analysis/analysis.module.css';
import { HowFigures } from '@/components/analysis/how-figures';
import { ItemsTable } from '@/components/analysis/items-table';
import { lessonTitle } from '@/components/analysis/lessons-table';
import { ClassPage } from '@/components/teach/class-page';
import { pageMetadata } from '@/components/ui/page-metadata';
import { analysedLesson, lessonsOf } from '@/lib/analysis/class-analysis';
import { thisClass } from '@/lib/classes/this-class';
import { analysisWords } from '@/lib/words/analysis';
import { isLocale } from '@/lib/words/locale';
import { teachWords } from '@/lib/words/teach';

type Props = { params: Promise<{ locale: string; id: string; path: string; lesson: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id, path, lesson } = await params;
  if (!isLocale(locale)) return {};
  const address = `/teach/classes/${id}/items/${path}/${lesson}`;
  return {
    ...pageMetadata({ locale, path: address, title: teachWords[locale].places.items }),
    robots: { index: false },
  };
}

export default async function LessonItemsPage({ params }: Props) {
  const { locale, id, path, lesson: slug } = await params;
  if (!isLocale(locale)) notFound();
  const here = `/items/${path}/${slug}`;
  const seen = await thisClass(id, 'view:items', { locale, path: `/teach/classes/${id}${here}` });
  const lesson = (await lessonsOf(seen.classroom)).find((one) => one.id === `${path}/${slug}`);
  if (!lesson) notFound();
  const { items, learners } = await analysedLesson(seen.classroom.id, lesson);
  const words = analysisWords[locale];
  const home = `/${locale}/teach/classes/${seen.classroom.id}/items`;
  return (
    <ClassPage locale={locale} seen={seen} place="items" path={here} title={lessonTitle(lesson, locale)}>
      <div className={styles.bar}>
        <p>
          <a href={home}>{words.backToLessons}</a>
        </p>
        <p className={styles.quiet}>{words.learners(learners)}</p>
      </div>
      <ItemsTable items={items} home={home} locale={locale} />
      <HowFigures locale={locale} />
    </ClassPage>
  );
}
