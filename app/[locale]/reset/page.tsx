import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ActionForm } from '@/components/account/action-form';
import { Notice } from '@/components/ui/notice';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { findResetLink } from '@/lib/auth/reset-link-store';
import { isActing } from '@/lib/auth/this-request';
import { accountWords } from '@/lib/words/account';
import { isLocale } from '@/lib/words/locale';
import { resetAction } from './actions';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ token?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const page = pageMetadata({ locale, path: '/reset', title: accountWords[locale].reset.title });
  // The address holds a secret: it goes to no other site, and into no index.
  // To no other site; with `no-referrer` browsers would send `Origin: null` with the form, which is refused.
  return { ...page, referrer: 'same-origin', robots: { index: false } };
}

/** Opening the page does not use the link up: mail programs open links to check them. */
export default async function ResetPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { token } = await searchParams;
  const words = accountWords[locale];
  // The link that the form has just used up: the form stays, to say how it went.
  const isOpen = typeof token === 'string' && ((await findResetLink(token)) !== null || (await isActing()));
  return (
    <SitePage locale={locale} path="/reset" section="me">
      {isOpen ? (
        <PageFrame title={words.reset.title} lede={words.reset.lede} width="narrow">
          <ActionForm
            action={resetAction}
            hidden={{ locale, token }}
            fields={[
              {
                name: 'password',
                kind: 'new-password',
                label: words.reset.password,
                hint: words.signUp.passwordHint,
                show: { text: words.show, label: words.showPassword },
              },
            ]}
            submit={words.reset.submit}
            sending={words.sending}
            tone="primary"
          />
        </PageFrame>
      ) : (
        <PageFrame title={words.reset.title} width="narrow">
          <Notice>
            <p>{words.reset.over}</p>
            <p>
              <a href={`/${locale}/forgot`}>{words.reset.again}</a>
            </p>
          </Notice>
        </PageFrame>
      )}
    </SitePage>
  );
}
