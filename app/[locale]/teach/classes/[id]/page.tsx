import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { classDay, classTime } from '@/components/classes/class-time';
import styles from '@/components/classes/classes.module.css';
import { JoinCard } from '@/components/classes/join-card';
import { ClassPage } from '@/components/teach/class-page';
import button from '@/components/ui/button.module.css';
import { Notice } from '@/components/ui/notice';
import { pageMetadata } from '@/components/ui/page-metadata';
import { requestOrigin } from '@/components/ui/request-origin';
import { mayInClass } from '@/lib/access/class-access';
import { openReports } from '@/lib/analysis/class-reports';
import { glanceAt, staffOf } from '@/lib/classes/my-classes-store';
import { thisClass } from '@/lib/classes/this-class';
import { classesWords } from '@/lib/words/classes';
import { inLocale, isLocale, languageTags } from '@/lib/words/locale';
import { teachWords } from '@/lib/words/teach';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<{ said?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  if (!isLocale(locale)) return {};
  const page = pageMetadata({ locale, path: `/teach/classes/${id}`, title: teachWords[locale].places.overview });
  return { ...page, robots: { index: false } };
}

export default async function ClassOverviewPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const seen = await thisClass(id, 'view:class', { locale, path: `/teach/classes/${id}` });
  const { classroom, role, session } = seen;
  const [glance, reports, staff, { said }, origin] = await Promise.all([
    glanceAt(classroom.id),
    openReports(classroom),
    staffOf(classroom.id),
    searchParams,
    requestOrigin(),
  ]);
  const words = classesWords[locale];
  const saidWords = new Map(Object.entries(words.said));
  const may = (permission: 'change:class' | 'change:roster' | 'assign:work') =>
    mayInClass(session, role && { role }, permission);
  const home = `/${locale}/teach/classes/${classroom.id}`;
  const number = new Intl.NumberFormat(languageTags[locale]);
  const figures = [
    ['learners', `${home}/roster`, glance.learners],
    ['active', `${home}/gradebook`, glance.active],
    ['requests', `${home}/roster#requests`, glance.requests],
    ['reports', `${home}/items/reports`, reports],
  ] as const;
  return (
    <ClassPage locale={locale} seen={seen} place="overview" path="">
      {typeof said === 'string' && saidWords.has(said) && <Notice>{saidWords.get(said)}</Notice>}
      {classroom.archivedAt && (
        <Notice>{words.overview.archived(classDay(classroom.archivedAt, locale, classroom.timeZone))}</Notice>
      )}
      {glance.learners === 0 && glance.requests === 0 ? (
        <Notice kind="empty" title={words.overview.emptyTitle}>
          <p>{words.overview.empty}</p>
          {may('change:roster') && (
            <a className={button.button} href={`${home}/roster/import`}>
              {words.overview.import}
            </a>
          )}
        </Notice>
      ) : (
        <dl className={styles.figures}>
          {figures.map(([figure, href, count]) => (
            <div key={figure}>
              <dt>{words.overview[figure]}</dt>
              <dd>{count > 0 ? <a href={href}>{number.format(count)}</a> : '0'}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className={styles.columns}>
        <div>
          <section aria-labelledby="due">
            <h2 id="due">{words.overview.dueNext}</h2>
            {glance.due.length === 0 ? (
              <p className={styles.quiet}>{words.overview.noDue}</p>
            ) : (
              <ul className={styles.list}>
                {glance.due.map(({ id: assignment, title, dueAt }) => (
                  <li key={assignment}>
                    <a href={`${home}/assignments/${assignment}`} dir="auto">
                      {inLocale(title, locale)}
                    </a>
                    <span className={styles.small}>
                      {classTime(dueAt, locale, classroom.timeZone)} · {classroom.timeZone}
                    </span>
                  </li>
                ))}
              </ul>
            )}
            {may('assign:work') && !classroom.archivedAt && (
              <p>
                <a href={`${home}/assignments/new`}>{words.overview.assign}</a>
              </p>
            )}
          </section>
          <section aria-labelledby="staff">
            <h2 id="staff">{words.overview.staff}</h2>
            <ul className={styles.list}>
              {staff.map(({ learnerId, name, role: their }) => (
                <li key={learnerId}>
                  <span dir="auto">{name}</span>
                  <span className={styles.small}>{words.role[their]}</span>
                </li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="more">
            <h2 id="more">{words.overview.more}</h2>
            <ul className={styles.list}>
              <li>
                <a href={`${home}/as-learner`}>{words.overview.asLearner}</a>
              </li>
              {may('change:class') && (
                <>
                  <li>
                    <a href={`${home}/settings`}>{words.overview.settings}</a>
                  </li>
                  <li>
                    <a href={`${home}/copy`}>{words.overview.copyClass}</a>
                  </li>
                </>
              )}
            </ul>
          </section>
        </div>
        <JoinCard classroom={classroom} learners={glance.learners} origin={origin} locale={locale} now={new Date()} />
      </div>
    </ClassPage>
  );
}
