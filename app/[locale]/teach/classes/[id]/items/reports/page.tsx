import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import styles from '@/components/analysis/analysis.module.css';
import { ReportsTable } from '@/components/analysis/reports-table';
import { ClassPage } from '@/components/teach/class-page';
import { Notice } from '@/components/ui/notice';
import { pageMetadata } from '@/components/ui/page-metadata';
import { classReportsOf } from '@/lib/analysis/class-report-store';
import { reportedClass } from '@/lib/analysis/class-reports';
import { thisClass } from '@/lib/classes/this-class';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { analysisWords } from '@/lib/words/analysis';
import { isLocale } from '@/lib/words/locale';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<{ show?: string | string[]; done?: string | string[] }>;
};

const mostShown = 200;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  if (!isLocale(locale)) return {};
  const page = { locale, path: `/teach/classes/${id}/items/reports`, title: analysisWords[locale].reports };
  return { ...pageMetadata(page), robots: { index: false } };
}

export default async function ReportsPage({ params, searchParams }: Props) {
  const [{ locale, id }, { show, done }] = await Promise.all([params, searchParams]);
  if (!isLocale(locale)) notFound();
  const seen = await thisClass(id, 'view:reports', { locale, path: `/teach/classes/${id}/items/reports` });
  const state = show === 'settled' ? 'settled' : 'open';
  const reports = await classReportsOf(await reportedClass(seen.classroom), state, mostShown);
  const ids = movedIds(await curriculum());
  const words = analysisWords[locale];
  const home = `/${locale}/teach/classes/${seen.classroom.id}/items/reports`;
  return (
    <ClassPage
      locale={locale}
      seen={seen}
      place="items"
      path="/items/reports"
      title={words.reports}
      lede={words.reportsLede}
    >
      {done === 'yes' && <Notice>{words.settledNow}</Notice>}
      {done === 'stale' && <Notice kind="problem">{words.stale}</Notice>}
      <div className={styles.bar}>
        <nav className={styles.orders} aria-label={words.reportStates.label}>
          <a href={home} aria-current={state === 'open' ? 'true' : undefined}>
            {words.reportStates.open}
          </a>
          <a href={`${home}?show=settled`} aria-current={state === 'settled' ? 'true' : undefined}>
            {words.reportStates.settled}
          </a>
        </nav>
      </div>
      {reports.length === 0 ? (
        <Notice kind="empty">
          <p>{words.noReports[state]}</p>
        </Notice>
      ) : (
        <ReportsTable
          reports={reports}
          itemOf={(item) => ids.item(item)}
          home={home}
          timeZone={seen.classroom.timeZone}
          locale={locale}
        />
      )}
    </ClassPage>
  );
}
