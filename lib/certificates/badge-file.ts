import { siteOrigin } from '@/lib/auth/site-origin';
import { findCertificate } from '@/lib/certificates/certificate-store';
import { envelopedBadge, type Issuer, signedBadge } from '@/lib/certificates/open-badge';
import { signingKey } from '@/lib/certificates/signing-key-store';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { inLocale, type Locale } from '@/lib/words/locale';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function isCertificateId(id: string): boolean {
  return uuid.test(id);
}

export async function badgeIssuer(locale: Locale): Promise<Issuer> {
  const { site } = await curriculum();
  return { origin: siteOrigin(), name: inLocale(site.name, locale) };
}

/** The badge of a valid certificate, as a token or in a JSON file. A revoked one has none. */
export async function badgeFile(id: string, form: 'jwt' | 'json', locale: Locale): Promise<string | null> {
  const certificate = isCertificateId(id) ? await findCertificate(id) : null;
  if (!certificate || certificate.revokedAt) return null;
  const token = signedBadge(certificate, await badgeIssuer(locale), locale, await signingKey());
  return form === 'jwt' ? token : JSON.stringify(envelopedBadge(token), null, 2);
}
