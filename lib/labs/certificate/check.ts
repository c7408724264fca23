/** What is asked of a chain, one by one, in the order in which we ask. */
export const checkNames = [
  'format',
  'chain',
  'trust',
  'signature',
  'dates',
  'name',
  'ca',
  'key-usage',
  'purpose',
  'path-length',
  'name-constraints',
  'critical',
  'strength',
  'revocation',
] as const;
export type CheckName = (typeof checkNames)[number];

/** Why a check fails. */
export const reasonCodes = [
  /** The bytes are no certificate. */
  'unreadable',
  /** No certificate of the issuer is at hand. */
  'issuer-missing',
  /** It signed itself, and nobody trusts it. */
  'self-signed',
  /** The chain is whole, but its root is none that is trusted here. */
  'untrusted-root',
  'signature-wrong',
  /** It, its key or its issuer's list is of a kind that we do not compute: what it is worth, we cannot say. */
  'signature-unsupported',
  /** The algorithm is named differently inside and outside of what is signed. */
  'algorithms-differ',
  'not-yet-valid',
  'expired',
  'name-mismatch',
  /** It has no subjectAltName at all: the common name does not count. */
  'no-names',
  /** It signed another certificate without being an authority. */
  'not-a-ca',
  'may-not-sign-certificates',
  /** Neither digitalSignature nor what takes its place in a server's key usage. */
  'may-not-sign',
  'not-for-servers',
  'path-too-long',
  'name-not-permitted',
  'name-excluded',
  'unknown-critical',
  'weak-digest',
  'weak-key',
  'revoked',
  'crl-missing',
  'crl-outdated',
  'crl-not-trusted',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** What one check says of one certificate of the path; `certificate` counts from the server's own, 0. */
export type Finding = {
  readonly check: CheckName;
  readonly certificate: number;
  /** `unknown`: it could not be asked, and that alone refuses nobody. */
  readonly verdict: 'passed' | 'failed' | 'unknown';
  readonly reason: ReasonCode | null;
  /** The names, times, identifiers a sentence about it needs. */
  readonly detail: string | null;
};

export function passed(check: CheckName, certificate: number, detail: string | null = null): Finding {
  return { check, certificate, verdict: 'passed', reason: null, detail };
}

export function failed(
  check: CheckName,
  certificate: number,
  reason: ReasonCode,
  detail: string | null = null,
): Finding {
  return { check, certificate, verdict: 'failed', reason, detail };
}

export function unknown(
  check: CheckName,
  certificate: number,
  reason: ReasonCode,
  detail: string | null = null,
): Finding {
  return { check, certificate, verdict: 'unknown', reason, detail };
}
