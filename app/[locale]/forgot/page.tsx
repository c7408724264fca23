import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import styles from '@/components/account/account.module.css';
import { ActionForm } from '@/components/account/action-form';
import { Notice } from '@/components/ui/notice';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { canSendMail } from '@/lib/mail/send-mail';
import { accountWords } from '@/lib/words/account';
import { isLocale } from '@/lib/words/locale';
import { forgotAction } from './actions';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return pageMetadata({ locale, path: '/forgot', title: accountWords[locale].forgot.title });
}

export default async function ForgotPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  // Whether mail is set up is known when the site runs, not when it is built.
  await connection();
  const words = accountWords[locale];
  const sendsMail = canSendMail();
  return (
    <SitePage locale={locale} path="/forgot" section="me">
      <PageFrame title={words.forgot.title} width="narrow" {...(sendsMail ? { lede: words.forgot.lede } : {})}>
        {sendsMail ? (
          <ActionForm
            action={forgotAction}
            hidden={{ locale }}
            fields={[{ name: 'login', kind: 'login', label: words.signIn.login }]}
            submit={words.forgot.submit}
            sending={words.sending}
            tone="primary"
          />
        ) : (
          <Notice>
            <p>{words.forgot.noMail}</p>
            <p>
              {words.forgot.noMailForOperators} <code>npm run handrail -- user reset</code>
            </p>
          </Notice>
        )}
        <div className={styles.aside}>
          <p>
            <a href={`/${locale}/sign-in`}>{words.forgot.back}</a>
          </p>
        </div>
      </PageFrame>
    </SitePage>
  );
}
