import { sameBytes } from '../bytes';
import type { Certificate } from './certificate';
import { valueIn } from './extension';
import { addressOctets, type GeneralName } from './general-name';

/** The names a certificate is for: those of its subjectAltName alone. The common name has not counted since RFC 2818's successor, RFC 9525 §6.3. */
export function namesOf(certificate: Certificate): readonly GeneralName[] {
  return valueIn(certificate.extensions, 'subjectAltName')?.names ?? [];
}

/** Whether a certificate is for `name`: a host's name, or an address as people write it. */
export function isFor(certificate: Certificate, name: string): boolean {
  const octets = addressOctets(name);
  return namesOf(certificate).some((one) => {
    if (octets) return one.kind === 'ip' && sameBytes(one.octets, octets);
    return one.kind === 'dns' && matchesHost(one.text, name);
  });
}

/**
 * RFC 9525 §6.3: letters alike whether capital or not; a wildcard is the whole first label and stands for exactly one label.
 * `*.example` would be for all of a top-level domain: as browsers and OpenSSL do, we do not take it.
 */
export function matchesHost(pattern: string, name: string): boolean {
  const [wanted, given] = [labelsOf(pattern), labelsOf(name)];
  if (!wanted || !given || wanted.length !== given.length) return false;
  const [first, ...others] = wanted;
  const isWild = first === '*';
  if (isWild && others.length < 2) return false;
  return wanted.every((label, at) => (at === 0 && isWild) || (label === given[at] && !label.includes('*')));
}

function labelsOf(name: string): string[] | null {
  const labels = name.toLowerCase().split('.');
  return name.length <= 253 && labels.every((label) => label.length > 0 && label.length <= 63) ? labels : null;
}
