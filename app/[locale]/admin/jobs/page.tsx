import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AdminPage } from '@/components/admin/admin-page';
import { JobsView } from '@/components/admin/jobs-view';
import { deadJobs, jobCounts } from '@/lib/jobs/dead-job-store';
import { thisAdmin } from '@/lib/people/this-admin';
import { adminWords } from '@/lib/words/admin';
import { isLocale } from '@/lib/words/locale';
import { dropJobAction, retryJobAction } from './actions';

type Props = { params: Promise<{ locale: string }> };

export const metadata: Metadata = { robots: { index: false } };

const mostDead = 200;

export default async function JobsPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  await thisAdmin();
  const [counts, dead] = await Promise.all([jobCounts(), deadJobs(mostDead)]);
  return (
    <AdminPage locale={locale} place="jobs" path="/jobs" lede={adminWords[locale].jobs.lede}>
      <JobsView locale={locale} counts={counts} dead={dead} retry={retryJobAction} drop={dropJobAction} />
    </AdminPage>
  );
}
