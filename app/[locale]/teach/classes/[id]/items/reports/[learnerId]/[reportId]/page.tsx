import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ActionForm } from '@/components/account/action-form';
import styles from '@/components/analysis/analysis.module.css';
import { ItemAsAsked } from '@/components/analysis/item-as-asked';
import { ReportedScreen } from '@/components/analysis/reported-screen';
import { ClassPage } from '@/components/teach/class-page';
import { pageMetadata } from '@/components/ui/page-metadata';
import { asItem } from '@/lib/analysis/as-item';
import { findClassReport } from '@/lib/analysis/class-report-store';
import { reportedClass } from '@/lib/analysis/class-reports';
import { versions } from '@/lib/attempts/submit-versions';
import { isUuid } from '@/lib/classes/class-for';
import { displayName } from '@/lib/classes/display-name';
import { thisClass } from '@/lib/classes/this-class';
import { analysisWords } from '@/lib/words/analysis';
import { isLocale, languageTags } from '@/lib/words/locale';
import { settleAction } from '../../actions';

type Props = { params: Promise<{ locale: string; id: string; learnerId: string; reportId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id, learnerId, reportId } = await params;
  if (!isLocale(locale)) return {};
  const address = `/teach/classes/${id}/items/reports/${learnerId}/${reportId}`;
  return {
    ...pageMetadata({ locale, path: address, title: analysisWords[locale].report }),
    robots: { index: false },
  };
}

export default async function ReportPage({ params }: Props) {
  const { locale, id, learnerId, reportId } = await params;
  if (!isLocale(locale)) notFound();
  const here = `/items/reports/${learnerId}/${reportId}`;
  const seen = await thisClass(id, 'view:reports', { locale, path: `/teach/classes/${id}${here}` });
  const { classroom } = seen;
  const isNamed = isUuid(learnerId) && isUuid(reportId);
  const report = isNamed ? await findClassReport(await reportedClass(classroom), learnerId, reportId) : undefined;
  if (!report) notFound();
  const all = await versions();
  const known = await all.newest(report.item, report.version);
  const isChanged = known !== undefined && all.today(report.item)?.version !== report.version;
  const item = known && asItem(known);
  const words = analysisWords[locale];
  const date = new Intl.DateTimeFormat(languageTags[locale], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: classroom.timeZone,
  });
  const home = `/${locale}/teach/classes/${classroom.id}`;
  const { settled } = report;
  return (
    <ClassPage
      locale={locale}
      seen={seen}
      place="items"
      path={here}
      title={words.reportTitle[report.kind]}
      lede={
        <>
          <bdi>{displayName(report, locale) || '—'}</bdi> · {date.format(report.reportedAt)} ({classroom.timeZone})
        </>
      }
    >
      <div className={styles.bar}>
        <p>
          <a href={`${home}/items/reports`}>{words.reports}</a>
        </p>
        <p className={styles.orders}>
          <a href={`${home}/items/${report.item}`}>{words.toItem}</a>
          <a href={`${home}/gradebook/${report.learnerId}`}>{words.toLearner}</a>
        </p>
      </div>
      <p className={styles.answer}>{report.text || <span className={styles.quiet}>{words.noText}</span>}</p>
      <section className={styles.section} aria-labelledby="asked">
        <h2 id="asked">{words.asAsked}</h2>
        {isChanged && <p className={styles.quiet}>{words.reportedNow(report.item)}</p>}
        {item ? <ItemAsAsked item={item} locale={locale} /> : <p>{words.unknownVersion}</p>}
      </section>
      <section className={styles.section} aria-labelledby="screen">
        <h2 id="screen">{words.onScreen}</h2>
        {known && item ? (
          <ReportedScreen known={known} item={item} state={report.state} locale={locale} />
        ) : (
          <p className={styles.quiet}>{words.screenNothing}</p>
        )}
      </section>
      <section className={styles.section} aria-labelledby="settle">
        <h2 id="settle">{settled ? words.reportStates.settled : words.settle}</h2>
        {settled ? (
          <>
            <p className={styles.quiet}>
              {words.settledBy(settled.by ?? words.someone, date.format(new Date(settled.at)))}
            </p>
            {settled.note && <p className={styles.answer}>{settled.note}</p>}
          </>
        ) : (
          <ActionForm
            action={settleAction}
            fields={[]}
            hidden={{ locale, class: classroom.id, learner: report.learnerId, report: report.id }}
            submit={words.settle}
            sending={words.settling}
            tone="primary"
          >
            <label className={styles.form}>
              {words.note}
              <textarea name="note" rows={3} maxLength={1_000} />
              <small className={styles.quiet}>{words.noteHint}</small>
            </label>
          </ActionForm>
        )}
      </section>
    </ClassPage>
  );
}
