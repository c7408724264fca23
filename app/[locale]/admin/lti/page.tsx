import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AdminPage } from '@/components/admin/admin-page';
import { LtiView } from '@/components/lti/lti-view';
import { siteOrigin } from '@/lib/auth/site-origin';
import { listPlatforms } from '@/lib/lti/platform-store';
import { toolAddresses } from '@/lib/lti/tool-addresses';
import { thisAdmin } from '@/lib/people/this-admin';
import { settings } from '@/lib/settings/setting-store';
import { isLocale } from '@/lib/words/locale';
import { ltiWords } from '@/lib/words/lti';
import { addAction, deploymentsAction, inviteAction, reachAction, removeAction } from './actions';

type Props = { params: Promise<{ locale: string }> };

export const metadata: Metadata = { robots: { index: false } };

/** The learning platforms that may launch this site. */
export default async function LtiPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  await thisAdmin();
  return (
    <AdminPage locale={locale} place="lti" path="/lti" lede={ltiWords[locale].admin.lede}>
      <LtiView
        locale={locale}
        platforms={await listPlatforms()}
        tool={toolAddresses(siteOrigin())}
        privateSystems={(await settings()).privateSystems}
        actions={{
          add: addAction,
          deployments: deploymentsAction,
          invite: inviteAction,
          reach: reachAction,
          remove: removeAction,
        }}
      />
    </AdminPage>
  );
}
