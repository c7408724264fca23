import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AccountSettings } from '@/components/account/account-settings';
import { GuestAccount } from '@/components/account/guest-account';
import { Onward } from '@/components/account/onward';
import { ClassLinks } from '@/components/classes/class-links';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { listExternals } from '@/lib/auth/external-store';
import { findAccountById } from '@/lib/auth/learner-store';
import { countAnswers } from '@/lib/auth/merge-guest-store';
import { externalProviders } from '@/lib/auth/providers';
import { listSessions } from '@/lib/auth/session-store';
import { redirectUnlessActing, thisSession } from '@/lib/auth/this-request';
import { classesOf } from '@/lib/classes/join-store';
import { accountWords } from '@/lib/words/account';
import { isLocale } from '@/lib/words/locale';
import * as actions from './actions';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return pageMetadata({ locale, path: '/account', title: accountWords[locale].account.title });
}

export default async function AccountPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const session = await thisSession();
  const signIn = `/${locale}/sign-in?callbackUrl=${encodeURIComponent(`/${locale}/account`)}`;
  if (!session) {
    await redirectUnlessActing(signIn);
    return <Onward to={`/${locale}`} />;
  }
  const words = accountWords[locale];
  if (session.guest) {
    return (
      <SitePage locale={locale} path="/account" section="me">
        <PageFrame title={words.guest.title} lede={words.guest.text} width="narrow">
          <GuestAccount
            locale={locale}
            answers={await countAnswers(session.learnerId)}
            deleteAction={actions.deleteGuestAction}
          />
        </PageFrame>
      </SitePage>
    );
  }
  const [account, sessions, connected, classes] = await Promise.all([
    findAccountById(session.learnerId),
    listSessions(session.learnerId),
    listExternals(session.learnerId),
    classesOf(session.learnerId),
  ]);
  if (!account) {
    await redirectUnlessActing(signIn);
    return <Onward to={`/${locale}`} />;
  }
  return (
    <SitePage locale={locale} path="/account" section="me">
      <PageFrame title={words.account.title} eyebrow={words.account.role[account.role]}>
        <ClassLinks classes={classes} role={account.role} locale={locale} />
        <AccountSettings
          locale={locale}
          account={{ ...account, hasPassword: account.passwordHash !== null }}
          sessions={sessions}
          here={session.sessionId}
          providers={externalProviders()}
          connected={connected}
          actions={actions}
        />
      </PageFrame>
    </SitePage>
  );
}
