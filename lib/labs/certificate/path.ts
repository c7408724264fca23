import { sameBytes } from '../bytes';
import type { Certificate } from './certificate';
import { sameName } from './distinguished-name';
import { valueIn } from './extension';

/** From the server's certificate upwards. `end` says why it goes no further. */
export type Path = {
  readonly certificates: readonly Certificate[];
  readonly end: 'trusted' | 'self-signed' | 'issuer-missing';
};

/** What is tried before we give up: chains in use have three or four certificates. */
export const pathLimits = { length: 10, paths: 32 } as const;

/**
 * All ways up from `leaf`, by the names of issuers and, where both tell, the names of keys (RFC 5280 §6.1 leaves the search to us).
 * Trusted certificates come first; a way ends at the first of them. The order of `others` does not matter, repeats are no way.
 */
export function pathsFrom(leaf: Certificate, others: readonly Certificate[], trusted: readonly Certificate[]): Path[] {
  const found: Path[] = [];
  climb([leaf]);
  return found;

  function climb(certificates: readonly Certificate[]) {
    if (found.length >= pathLimits.paths) return;
    const last = certificates.at(-1) ?? leaf;
    if (includes(trusted, last)) return void found.push({ certificates, end: 'trusted' });
    if (mayHaveIssued(last, last)) return void found.push({ certificates, end: 'self-signed' });
    const candidates = [...trusted, ...others.filter((other) => !includes(trusted, other))];
    const issuers = candidates.filter((one) => mayHaveIssued(one, last) && !includes(certificates, one));
    if (issuers.length === 0 || certificates.length >= pathLimits.length) {
      return void found.push({ certificates, end: 'issuer-missing' });
    }
    for (const issuer of issuers) climb([...certificates, issuer]);
  }
}

function includes(certificates: readonly Certificate[], one: Certificate): boolean {
  return certificates.some((other) => sameBytes(other.bytes, one.bytes));
}

/** By what both say of themselves; whether it really did, its signature shows. */
export function mayHaveIssued(issuer: Certificate, certificate: Certificate): boolean {
  if (!sameName(issuer.subject, certificate.issuer)) return false;
  const authority = valueIn(certificate.extensions, 'authorityKeyIdentifier');
  const own = valueIn(issuer.extensions, 'subjectKeyIdentifier');
  if (authority?.id && own && !sameBytes(authority.id, own.id)) return false;
  if (authority?.serialNumber !== null && authority?.serialNumber !== undefined && authority.issuer) {
    return authority.serialNumber === issuer.serialNumber && sameName(authority.issuer, issuer.issuer);
  }
  return true;
}
