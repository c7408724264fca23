import type { Finding, ReasonCode } from './check';

/** What Chromium calls it, from what it takes for the most serious to the least (its MapCertStatusToNetError). */
export const browserErrors = [
  'ERR_CERT_INVALID',
  'ERR_CERT_REVOKED',
  'ERR_CERT_AUTHORITY_INVALID',
  'ERR_CERT_COMMON_NAME_INVALID',
  'ERR_CERT_NAME_CONSTRAINT_VIOLATION',
  'ERR_CERT_WEAK_SIGNATURE_ALGORITHM',
  'ERR_CERT_WEAK_KEY',
  'ERR_CERT_DATE_INVALID',
  'ERR_CERT_UNABLE_TO_CHECK_REVOCATION',
] as const;
export type BrowserError = (typeof browserErrors)[number];

const errorOf: Record<ReasonCode, BrowserError> = {
  unreadable: 'ERR_CERT_INVALID',
  'issuer-missing': 'ERR_CERT_AUTHORITY_INVALID',
  'self-signed': 'ERR_CERT_AUTHORITY_INVALID',
  'untrusted-root': 'ERR_CERT_AUTHORITY_INVALID',
  'signature-wrong': 'ERR_CERT_INVALID',
  'signature-unsupported': 'ERR_CERT_INVALID',
  'algorithms-differ': 'ERR_CERT_INVALID',
  'not-yet-valid': 'ERR_CERT_DATE_INVALID',
  expired: 'ERR_CERT_DATE_INVALID',
  'name-mismatch': 'ERR_CERT_COMMON_NAME_INVALID',
  'no-names': 'ERR_CERT_COMMON_NAME_INVALID',
  'not-a-ca': 'ERR_CERT_INVALID',
  'may-not-sign-certificates': 'ERR_CERT_INVALID',
  'may-not-sign': 'ERR_CERT_INVALID',
  'not-for-servers': 'ERR_CERT_INVALID',
  'path-too-long': 'ERR_CERT_INVALID',
  'name-not-permitted': 'ERR_CERT_NAME_CONSTRAINT_VIOLATION',
  'name-excluded': 'ERR_CERT_NAME_CONSTRAINT_VIOLATION',
  'unknown-critical': 'ERR_CERT_INVALID',
  'weak-digest': 'ERR_CERT_WEAK_SIGNATURE_ALGORITHM',
  'weak-key': 'ERR_CERT_WEAK_KEY',
  revoked: 'ERR_CERT_REVOKED',
  'crl-missing': 'ERR_CERT_UNABLE_TO_CHECK_REVOCATION',
  'crl-outdated': 'ERR_CERT_UNABLE_TO_CHECK_REVOCATION',
  'crl-not-trusted': 'ERR_CERT_UNABLE_TO_CHECK_REVOCATION',
};

/** The one a browser shows: of several the most serious. */
export function browserError(findings: readonly Finding[]): BrowserError | null {
  const errors = findings.flatMap(({ verdict, reason }) => (verdict === 'failed' && reason ? [errorOf[reason]] : []));
  return browserErrors.find((error) => errors.includes(error)) ?? null;
}
