import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AdminPage } from '@/components/admin/admin-page';
import { SettingsView } from '@/components/admin/settings-view';
import { externalProviders } from '@/lib/auth/providers';
import { siteOrigin } from '@/lib/auth/site-origin';
import { canSendMail } from '@/lib/mail/send-mail';
import { thisAdmin } from '@/lib/people/this-admin';
import { settings } from '@/lib/settings/setting-store';
import { adminWords } from '@/lib/words/admin';
import { isLocale } from '@/lib/words/locale';
import { settingAction } from './actions';

type Props = { params: Promise<{ locale: string }> };

export const metadata: Metadata = { robots: { index: false } };

export default async function SettingsPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  await thisAdmin();
  return (
    <AdminPage locale={locale} place="settings" path="/settings" lede={adminWords[locale].settings.lede}>
      <SettingsView
        locale={locale}
        settings={await settings()}
        outside={{
          sendsMail: canSendMail(),
          address: siteOrigin(),
          providers: externalProviders().map(({ name }) => name),
        }}
        action={settingAction}
      />
    </AdminPage>
  );
}
