import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AdminPage } from '@/components/admin/admin-page';
import { MakePerson } from '@/components/admin/make-person';
import { PeopleTable } from '@/components/admin/people-table';
import { isRole } from '@/lib/auth/role';
import { askedText } from '@/lib/people/page-address';
import { findPeople } from '@/lib/people/people-store';
import { thisAdmin } from '@/lib/people/this-admin';
import { typedWords } from '@/lib/people/typed-words';
import { isLocale } from '@/lib/words/locale';
import { makePersonAction } from './actions';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { robots: { index: false } };

const pageSize = 50;

export default async function PeoplePage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  await thisAdmin();
  const asked = await searchParams;
  const [typed, role, after] = [askedText(asked, 'q'), askedText(asked, 'role'), askedText(asked, 'after')];
  const suspended = askedText(asked, 'state') === 'suspended';
  const found = await findPeople(
    {
      words: typedWords(typed),
      role: isRole(role) ? role : undefined,
      suspended,
      after: after.replaceAll('\0', '') || undefined,
    },
    pageSize + 1,
  );
  return (
    <AdminPage locale={locale} place="people" path="/people">
      <PeopleTable
        locale={locale}
        people={found.slice(0, pageSize)}
        hasMore={found.length > pageSize}
        asked={{ typed, role: isRole(role) ? role : '', suspended, after }}
      />
      <MakePerson locale={locale} action={makePersonAction} />
    </AdminPage>
  );
}
