import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { WorkTable } from '@/components/assignments/work-table';
import { ClassPage } from '@/components/teach/class-page';
import button from '@/components/ui/button.module.css';
import { Notice } from '@/components/ui/notice';
import { pageMetadata } from '@/components/ui/page-metadata';
import { mayInClass } from '@/lib/access/class-access';
import { classWork } from '@/lib/assignments/class-work';
import { thisClass } from '@/lib/classes/this-class';
import { assignmentsWords } from '@/lib/words/assignments';
import { isLocale } from '@/lib/words/locale';
import styles from './assignments.module.css';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  if (!isLocale(locale)) return {};
  const path = `/teach/classes/${id}/assignments`;
  return { ...pageMetadata({ locale, path, title: assignmentsWords[locale].title }), robots: { index: false } };
}

/** What is set to the class. */
export default async function AssignmentsPage({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const seen = await thisClass(id, 'view:class', { locale, path: `/teach/classes/${id}/assignments` });
  const work = await classWork(seen.classroom.id);
  const words = assignmentsWords[locale];
  const home = `/${locale}/teach/classes/${id}/assignments`;
  const { classroom, role, session } = seen;
  const mayAssign = mayInClass(session, role && { role }, 'assign:work');
  return (
    <ClassPage locale={locale} seen={seen} place="assignments" path="/assignments" lede={words.list.lede}>
      {mayAssign && (
        <p className={styles.row}>
          {!classroom.archivedAt && (
            <a className={`${button.button} ${button.primary}`} href={`${home}/new`}>
              {words.list.make}
            </a>
          )}
          <a className={button.button} href={`${home}/questions`}>
            {words.list.own}
          </a>
        </p>
      )}
      {work.length === 0 ? (
        <Notice kind="empty" title={words.list.empty}>
          <p>{words.list.emptyText}</p>
        </Notice>
      ) : (
        <>
          <WorkTable work={work} zone={classroom.timeZone} home={home} now={new Date()} locale={locale} />
          <p className={styles.quiet}>{words.zoneNote(classroom.timeZone)}</p>
        </>
      )}
    </ClassPage>
  );
}
