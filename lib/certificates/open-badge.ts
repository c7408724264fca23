import { createSign, type KeyObject } from 'node:crypto';
import type { Certificate } from '@/lib/certificates/certificate';
import { inLocale, type Locale, languageTags } from '@/lib/words/locale';

export type Issuer = {
  /** `https://learn.example.org` */
  readonly origin: string;
  readonly name: string;
};

/** Where the issuer and its keys are told. Kept for ever: badges that were issued name them. */
export const issuerAddress = (origin: string) => `${origin}/api/certificates/issuer`;
export const keyAddress = (origin: string, kid: string) => `${origin}/api/certificates/keys/${kid}`;

/** The issuer as a Profile (Open Badges 3.0 §B.1.13). */
export function issuerProfile({ origin, name }: Issuer) {
  return { id: issuerAddress(origin), type: ['Profile'], name, url: origin };
}

/** A certificate as an OpenBadgeCredential (Open Badges 3.0 §B.1.1), in one language. */
export function openBadge(certificate: Certificate, issuer: Issuer, locale: Locale) {
  const { origin } = issuer;
  const title = inLocale(certificate.title, locale);
  const address = `${origin}/${locale}/certificates/${certificate.id}`;
  const objectives = certificate.objectives.map(({ text }) => inLocale(text, locale));
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: `urn:uuid:${certificate.id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: title,
    issuer: issuerProfile(issuer),
    validFrom: wholeSeconds(certificate.issuedAt).toISOString(),
    credentialSubject: {
      // The holder as this certificate's holder: nothing ties two certificates of one person together.
      id: `urn:uuid:${certificate.id}#holder`,
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: certificate.name }],
      achievement: {
        id: `${origin}/${locale}/paths/${certificate.path}#${certificate.contentVersion}`,
        type: ['Achievement'],
        achievementType: 'Certificate',
        name: title,
        inLanguage: languageTags[locale],
        version: certificate.contentVersion,
        description: objectives.join('\n'),
        criteria: {
          narrative: objectives.map((objective) => `- ${objective}`).join('\n'),
        },
      },
    },
    // The page that says whether it still stands.
    evidence: [{ id: address, type: ['Evidence'], name: title }],
  };
}

/** The same as a signed token: VC-JWT, a compact JWS whose payload is the credential (Open Badges 3.0 §8.2). */
export function signedBadge(
  certificate: Certificate,
  issuer: Issuer,
  locale: Locale,
  { kid, key }: { kid: string; key: KeyObject },
): string {
  const credential = openBadge(certificate, issuer, locale);
  const header = { alg: 'RS256', typ: 'JWT', kid: keyAddress(issuer.origin, kid) };
  const payload = {
    ...credential,
    iss: credential.issuer.id,
    jti: credential.id,
    sub: credential.credentialSubject.id,
    nbf: wholeSeconds(certificate.issuedAt).getTime() / 1_000,
  };
  const signed = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
}

/** A token in a JSON file: an EnvelopedVerifiableCredential (VC Data Model 2.0 §4.14). */
export function envelopedBadge(token: string) {
  return {
    '@context': 'https://www.w3.org/ns/credentials/v2',
    id: `data:application/vc+jwt,${token}`,
    type: 'EnvelopedVerifiableCredential',
  };
}

/** `nbf` counts seconds and must equal `validFrom`. */
function wholeSeconds(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1_000) * 1_000);
}
