import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CertificateSheet } from '@/components/certificates/certificate-sheet';
import { RevokeCertificate } from '@/components/certificates/revoke-certificate';
import { Notice } from '@/components/ui/notice';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { requestOrigin } from '@/components/ui/request-origin';
import { SitePage } from '@/components/ui/site-page';
import { thisSession } from '@/lib/auth/this-request';
import { isCertificateId } from '@/lib/certificates/badge-file';
import { findCertificate, findWithdrawn } from '@/lib/certificates/certificate-store';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { env } from '@/lib/env';
import { certificateWords } from '@/lib/words/certificate';
import { isLocale, languageTags } from '@/lib/words/locale';
import { revokeAction } from '../actions';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  if (!isLocale(locale)) return {};
  const path = `/certificates/${id}`;
  return { ...pageMetadata({ locale, path, title: certificateWords[locale].one }), robots: { index: false } };
}

/** A certificate, for anyone who has its address. */
export default async function CertificatePage({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale) || !isCertificateId(id)) notFound();
  const words = certificateWords[locale];
  const certificate = await findCertificate(id);
  const withdrawn = certificate ? null : await findWithdrawn(id);
  if (!certificate && !withdrawn) notFound();
  const session = certificate && (await thisSession());
  const origin = env().PUBLIC_URL ?? (await requestOrigin());
  const { site } = await curriculum();
  const day = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <SitePage locale={locale} path={`/certificates/${id}`}>
      {withdrawn && (
        <PageFrame title={words.one}>
          <Notice>{words.withdrawn(day.format(withdrawn.revokedAt))}</Notice>
        </PageFrame>
      )}
      {certificate && (
        <CertificateSheet
          certificate={certificate}
          locale={locale}
          site={site}
          address={`${origin}/${locale}/certificates/${id}`}
        />
      )}
      {certificate && session?.learnerId === certificate.learnerId && (
        <RevokeCertificate locale={locale} id={id} isRevoked={certificate.revokedAt !== null} revoke={revokeAction} />
      )}
    </SitePage>
  );
}
