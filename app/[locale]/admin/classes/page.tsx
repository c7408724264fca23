import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AdminPage } from '@/components/admin/admin-page';
import { ClassesTable } from '@/components/admin/classes-table';
import { askedText, readAfter } from '@/lib/people/page-address';
import { findClasses } from '@/lib/people/site-classes-store';
import { thisAdmin } from '@/lib/people/this-admin';
import { isLocale } from '@/lib/words/locale';
import { archiveAction } from './actions';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { robots: { index: false } };

const pageSize = 50;

export default async function ClassesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  await thisAdmin();
  const asked = await searchParams;
  const [typed, after] = [askedText(asked, 'q').trim(), readAfter(askedText(asked, 'after'))];
  const found = await findClasses(typed, after, pageSize + 1);
  return (
    <AdminPage locale={locale} place="classes" path="/classes">
      <ClassesTable
        locale={locale}
        classes={found.slice(0, pageSize)}
        hasMore={found.length > pageSize}
        typed={typed}
        isFirst={after === undefined}
        action={archiveAction}
      />
    </AdminPage>
  );
}
