import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import styles from '@/components/account/account.module.css';
import { ActionForm } from '@/components/account/action-form';
import { Elsewhere } from '@/components/account/elsewhere';
import { ForgetMe } from '@/components/account/forget-me';
import { Notice } from '@/components/ui/notice';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { safeCallback } from '@/lib/auth/callback-url';
import { countAnswers } from '@/lib/auth/merge-guest-store';
import { externalProviders } from '@/lib/auth/providers';
import { thisSession } from '@/lib/auth/this-request';
import { canSendMail } from '@/lib/mail/send-mail';
import { settings } from '@/lib/settings/setting-store';
import { accountWords } from '@/lib/words/account';
import { isLocale } from '@/lib/words/locale';
import { signUpAction } from './actions';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ callbackUrl?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return pageMetadata({ locale, path: '/sign-up', title: accountWords[locale].signUp.title });
}

export default async function SignUpPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const session = await thisSession();
  if (session && !session.guest) redirect(`/${locale}/account`);
  const { callbackUrl: wanted } = await searchParams;
  const callbackUrl = safeCallback(typeof wanted === 'string' ? wanted : null, `/${locale}`);
  const answers = session ? await countAnswers(session.learnerId) : 0;
  const words = accountWords[locale];
  const onward = `?callbackUrl=${encodeURIComponent(callbackUrl)}`;
  if ((await settings()).signUp === 'closed')
    return (
      <SitePage locale={locale} path="/sign-up" section="me">
        <PageFrame title={words.signUp.title} lede={words.faults.closed} width="narrow">
          <div className={styles.aside}>
            <p>
              {words.signUp.haveAccount} <a href={`/${locale}/sign-in${onward}`}>{words.signUp.toSignIn}</a>
            </p>
          </div>
        </PageFrame>
      </SitePage>
    );
  return (
    <SitePage locale={locale} path="/sign-up" section="me">
      <PageFrame title={words.signUp.title} lede={words.signUp.lede} width="narrow">
        {answers > 0 && (
          <Notice>
            <p>{words.signUp.guest(answers)}</p>
          </Notice>
        )}
        <ActionForm
          action={signUpAction}
          hidden={{ locale, callbackUrl }}
          fields={[
            {
              name: 'login',
              kind: 'login',
              label: words.signIn.login,
              hint: canSendMail() ? words.signUp.loginHintWithMail : words.signUp.loginHint,
            },
            {
              name: 'password',
              kind: 'new-password',
              label: words.signIn.password,
              hint: words.signUp.passwordHint,
              show: { text: words.show, label: words.showPassword },
            },
          ]}
          submit={words.signUp.submit}
          sending={words.sending}
          tone="primary"
        >
          <ForgetMe locale={locale} />
        </ActionForm>
        <Elsewhere
          providers={externalProviders()}
          callbackUrl={callbackUrl}
          intro={words.signIn.elsewhere}
          text={(provider) => provider}
        />
        <div className={styles.aside}>
          <p>
            {words.signUp.haveAccount} <a href={`/${locale}/sign-in${onward}`}>{words.signUp.toSignIn}</a>
          </p>
        </div>
      </PageFrame>
    </SitePage>
  );
}
