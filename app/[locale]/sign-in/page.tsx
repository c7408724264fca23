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
import { accountWords } from '@/lib/words/account';
import { joinWords } from '@/lib/words/join';
import { isLocale } from '@/lib/words/locale';
import { signInAction } from './actions';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ callbackUrl?: string | string[]; error?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return pageMetadata({ locale, path: '/sign-in', title: accountWords[locale].signIn.title });
}

export default async function SignInPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const session = await thisSession();
  if (session && !session.guest) redirect(`/${locale}/account`);
  const { callbackUrl: wanted, error } = await searchParams;
  const callbackUrl = safeCallback(typeof wanted === 'string' ? wanted : null, `/${locale}`);
  const answers = session ? await countAnswers(session.learnerId) : 0;
  const words = accountWords[locale];
  const onward = `?callbackUrl=${encodeURIComponent(callbackUrl)}`;
  return (
    <SitePage locale={locale} path="/sign-in" section="me">
      <PageFrame title={words.signIn.title} lede={words.signIn.lede} width="narrow">
        {error && <Notice kind="problem">{words.faults.external}</Notice>}
        <ActionForm
          action={signInAction}
          hidden={{ locale, callbackUrl }}
          fields={[
            { name: 'login', kind: 'login', label: words.signIn.login },
            {
              name: 'password',
              kind: 'current-password',
              label: words.signIn.password,
              show: { text: words.show, label: words.showPassword },
            },
          ]}
          submit={words.signIn.submit}
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
          {answers > 0 && <p>{words.signIn.guest(answers)}</p>}
          <p>
            {words.signIn.noAccount} <a href={`/${locale}/sign-up${onward}`}>{words.signIn.toSignUp}</a>
          </p>
          <p>
            <a href={`/${locale}/forgot`}>{words.signIn.toForgot}</a>
          </p>
          <p>
            <a href={`/${locale}/card`}>{joinWords[locale].haveCard}</a>
          </p>
        </div>
      </PageFrame>
    </SitePage>
  );
}
