import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CertificateList } from '@/components/certificates/certificate-list';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { findAccountById } from '@/lib/auth/learner-store';
import { thisSession } from '@/lib/auth/this-request';
import { earnedBy } from '@/lib/certificates/submit-certificate';
import { certificateWords } from '@/lib/words/certificate';
import { isLocale } from '@/lib/words/locale';
import { issueAction } from './actions';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return {
    ...pageMetadata({ locale, path: '/certificates', title: certificateWords[locale].title }),
    robots: { index: false },
  };
}

/** What one holds, and what one can have issued. */
export default async function CertificatesPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const words = certificateWords[locale];
  const session = await thisSession();
  const [earned, account] = session
    ? await Promise.all([earnedBy(session), session.guest ? null : findAccountById(session.learnerId)])
    : [{ issued: [], ready: [] }, null];
  return (
    <SitePage locale={locale} path="/certificates" section="me">
      <PageFrame title={words.mine} lede={words.lede}>
        <CertificateList
          locale={locale}
          earned={earned}
          hasAccount={account !== null}
          name={account?.name ?? ''}
          issue={issueAction}
        />
      </PageFrame>
    </SitePage>
  );
}
