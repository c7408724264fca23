import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AdminPage } from '@/components/admin/admin-page';
import { PersonView } from '@/components/admin/person-view';
import { readTrail } from '@/lib/audit/trail-store';
import { isUuid } from '@/lib/classes/class-for';
import { canSendMail } from '@/lib/mail/send-mail';
import { findPerson } from '@/lib/people/people-store';
import { thisAdmin } from '@/lib/people/this-admin';
import { isLocale } from '@/lib/words/locale';
import * as actions from '../actions';

type Props = { params: Promise<{ locale: string; id: string }> };

export const metadata: Metadata = { robots: { index: false } };

export default async function PersonPage({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const { session } = await thisAdmin();
  const seen = isUuid(id) ? await findPerson(id) : undefined;
  if (!seen) notFound();
  const events = await readTrail({ personId: id }, 20);
  return (
    <AdminPage locale={locale} place="people" path={`/people/${id}`} title={seen.person.name ?? seen.person.login}>
      <PersonView
        locale={locale}
        seen={seen}
        events={events}
        isOneself={session.learnerId === id}
        sendsMail={canSendMail() && seen.person.email !== null}
        actions={actions}
      />
    </AdminPage>
  );
}
