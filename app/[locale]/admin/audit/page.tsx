import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AdminPage } from '@/components/admin/admin-page';
import { AuditView } from '@/components/admin/audit-view';
import { auditActions } from '@/lib/audit/audit';
import { readTrail } from '@/lib/audit/trail-store';
import { isUuid } from '@/lib/classes/class-for';
import { askedText, readAfter } from '@/lib/people/page-address';
import { thisAdmin } from '@/lib/people/this-admin';
import { adminWords } from '@/lib/words/admin';
import { isLocale } from '@/lib/words/locale';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { robots: { index: false } };

const pageSize = 100;

export default async function AuditPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  await thisAdmin();
  const asked = await searchParams;
  const [classId, personId] = [askedText(asked, 'class'), askedText(asked, 'person')];
  const action = auditActions.find((one) => one === askedText(asked, 'action'));
  const after = readAfter(askedText(asked, 'after'));
  const events = await readTrail(
    {
      classId: isUuid(classId) ? classId : undefined,
      personId: isUuid(personId) ? personId : undefined,
      action,
      after,
    },
    pageSize + 1,
  );
  return (
    <AdminPage locale={locale} place="audit" path="/audit" lede={adminWords[locale].audit.lede}>
      <AuditView
        locale={locale}
        events={events.slice(0, pageSize)}
        hasMore={events.length > pageSize}
        isFirst={after === undefined}
        asked={{
          classId: isUuid(classId) ? classId : '',
          personId: isUuid(personId) ? personId : '',
          action: action ?? '',
        }}
      />
    </AdminPage>
  );
}
