import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import styles from '@/components/account/account.module.css';
import { ActionForm } from '@/components/account/action-form';
import { Onward } from '@/components/account/onward';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { safeCallback } from '@/lib/auth/callback-url';
import { waitingGuest } from '@/lib/auth/settle-guest';
import { redirectUnlessActing, thisSession, thisVisit } from '@/lib/auth/this-request';
import { accountWords } from '@/lib/words/account';
import { isLocale } from '@/lib/words/locale';
import { answersAction } from './actions';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ callbackUrl?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return pageMetadata({ locale, path: '/account/answers', title: accountWords[locale].answers.title });
}

/** Asked once, after signing in on a browser in which a guest has answered. */
export default async function AnswersPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { callbackUrl: wanted } = await searchParams;
  const callbackUrl = safeCallback(typeof wanted === 'string' ? wanted : null, `/${locale}`);
  const session = await thisSession();
  if (!session || session.guest) redirect(`/${locale}/sign-in`);
  const waiting = await waitingGuest((await thisVisit()).cookieHeader);
  if (!waiting) {
    await redirectUnlessActing(callbackUrl);
    return <Onward to={callbackUrl} />;
  }
  const words = accountWords[locale].answers;
  const choices = [
    { value: 'mine', text: words.mine, hint: words.mineHint },
    { value: 'not-mine', text: words.notMine, hint: words.notMineHint },
    { value: 'delete', text: words.delete, hint: words.deleteHint },
  ];
  return (
    <SitePage locale={locale} path="/account/answers" section="me">
      <PageFrame title={words.title} lede={words.lede(waiting.answers)} width="narrow">
        <ActionForm
          action={answersAction}
          hidden={{ locale, callbackUrl }}
          fields={[]}
          submit={words.submit}
          sending={accountWords[locale].sending}
          tone="primary"
        >
          <fieldset className={styles.choices}>
            <legend>{words.legend}</legend>
            {choices.map(({ value, text, hint }) => (
              <label key={value} className={styles.check}>
                <input type="radio" name="choice" value={value} defaultChecked={value === 'not-mine'} />
                <span>{text}</span>
                <small>{hint}</small>
              </label>
            ))}
          </fieldset>
        </ActionForm>
      </PageFrame>
    </SitePage>
  );
}
