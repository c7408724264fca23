import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import styles from '@/components/admin/admin.module.css';
import { AdminPage } from '@/components/admin/admin-page';
import { TrailList } from '@/components/admin/trail-list';
import { Notice } from '@/components/ui/notice';
import { readTrail } from '@/lib/audit/trail-store';
import { jobCounts } from '@/lib/jobs/dead-job-store';
import { siteCounts } from '@/lib/people/people-store';
import { thisAdmin } from '@/lib/people/this-admin';
import { adminWords } from '@/lib/words/admin';
import { isLocale, languageTags } from '@/lib/words/locale';

type Props = { params: Promise<{ locale: string }> };

export const metadata: Metadata = { robots: { index: false } };

const shown = ['people', 'seenToday', 'guests', 'suspended', 'classes', 'archived'] as const;

export default async function AdministrationPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  await thisAdmin();
  const [counts, jobs, events] = await Promise.all([siteCounts(), jobCounts(), readTrail({}, 10)]);
  const words = adminWords[locale];
  const dead = jobs.reduce((sum, kind) => sum + kind.dead, 0);
  const figure = new Intl.NumberFormat(languageTags[locale]);
  return (
    <AdminPage locale={locale} place="overview" path="" title={words.administration}>
      {dead > 0 && (
        <Notice kind="problem">
          <p>
            {words.deadJobs(dead)} <a href={`/${locale}/admin/jobs`}>{words.lookAtJobs}</a>
          </p>
        </Notice>
      )}
      <dl className={styles.facts}>
        {shown.map((name) => (
          <div key={name}>
            <dt>{words.counts[name]}</dt>
            <dd>{figure.format(counts[name])}</dd>
          </div>
        ))}
      </dl>
      <h2>{words.latest}</h2>
      <TrailList events={events} locale={locale} />
    </AdminPage>
  );
}
