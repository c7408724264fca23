import type { Certificate } from './certificate';
import { type Finding, failed, passed, unknown } from './check';
import { sameName, shortName } from './distinguished-name';
import { valueIn } from './extension';
import { generalNameText } from './general-name';
import { isFor, namesOf } from './match-name';
import { constraintBroken } from './name-constraints';
import type { Path } from './path';
import { keyBits, type OtherKey, type PublicKey } from './public-key';
import {
  type SignatureAlgorithm,
  type SignatureVerdict,
  type VerifySignature,
  verifySignature,
} from './signature-algorithm';

/*
 * The checks of a path (RFC 5280 §6.1), each over all of its certificates. `0` is the server's own; the trust anchor's own
 * signature and dates are looked at as OpenSSL and browsers do: its dates count, its signature on itself proves nothing.
 */

export function checkChain({ certificates, end }: Path): Finding[] {
  const last = certificates.length - 1;
  const links = certificates
    .slice(0, last)
    .map((certificate, at) => passed('chain', at, shortName(certificate.issuer)));
  const top = certificates[last];
  if (!top) return links;
  if (end === 'issuer-missing') return [...links, failed('chain', last, 'issuer-missing', shortName(top.issuer))];
  return [...links, passed('chain', last)];
}

export function checkTrust({ certificates, end }: Path): Finding[] {
  const last = certificates.length - 1;
  const name = shortName(certificates[last]?.subject ?? []);
  if (end === 'trusted') return [passed('trust', last, name)];
  if (end === 'issuer-missing') return [unknown('trust', last, 'issuer-missing')];
  return [failed('trust', last, last === 0 ? 'self-signed' : 'untrusted-root', name)];
}

export function checkSignatures({ certificates, end }: Path, verify: VerifySignature = verifySignature): Finding[] {
  return certificates.flatMap((certificate, at) => {
    const isTop = at === certificates.length - 1;
    const issuer = isTop ? (end === 'self-signed' ? certificate : undefined) : certificates[at + 1];
    if (!certificate.algorithmsAgree) return [failed('signature', at, 'algorithms-differ')];
    // Nobody above: a trusted root is trusted for what it is, not for having signed itself.
    if (!issuer) return end === 'trusted' ? [] : [unknown('signature', at, 'issuer-missing')];
    return [signatureFinding(certificate, issuer, at, verify)];
  });
}

const signatures = new WeakMap<Certificate, WeakMap<Certificate, SignatureVerdict>>();

/** The same two certificates are asked about often, and their answer never changes. */
function signatureFinding(certificate: Certificate, issuer: Certificate, at: number, verify: VerifySignature): Finding {
  const known = signatures.get(certificate) ?? new WeakMap<Certificate, SignatureVerdict>();
  signatures.set(certificate, known);
  const { signatureAlgorithm, tbsCertificate, signature } = certificate;
  const verdict = known.get(issuer) ?? verify(signatureAlgorithm, issuer.publicKey, tbsCertificate, signature);
  known.set(issuer, verdict);
  if (verdict === 'right') return passed('signature', at, shortName(issuer.subject));
  if (verdict === 'wrong') return failed('signature', at, 'signature-wrong', shortName(issuer.subject));
  return failed('signature', at, 'signature-unsupported', signatureName(signatureAlgorithm, issuer.publicKey));
}

/** `ecdsa-with-SHA384, secp384r1`: what one would have to compute. */
function signatureName({ name }: SignatureAlgorithm, key: PublicKey): string {
  const kind = key.kind === 'rsa' ? `RSA ${keyBits(key)}` : key.kind === 'p256' ? 'secp256r1' : key.algorithm;
  return kind === name ? name : `${name}, ${kind}`;
}

/** Both ends of the time count as within it (§4.1.2.5). */
export function checkDates({ certificates }: Path, at: number): Finding[] {
  return certificates.map(({ notBefore, notAfter }, place) => {
    if (at < notBefore) return failed('dates', place, 'not-yet-valid', String(notBefore));
    if (at > notAfter) return failed('dates', place, 'expired', String(notAfter));
    return passed('dates', place, String(notAfter));
  });
}

export function checkName({ certificates: [leaf] }: Path, name: string | null): Finding[] {
  if (!leaf || name === null) return [];
  if (isFor(leaf, name)) return [passed('name', 0, name)];
  const names = namesOf(leaf).map(generalNameText);
  return [names.length === 0 ? failed('name', 0, 'no-names') : failed('name', 0, 'name-mismatch', names.join(', '))];
}

/** Whoever signed another must say in basicConstraints that it is an authority (§6.1.4 k). */
export function checkAuthorities({ certificates }: Path): Finding[] {
  return certificates.slice(1).map((certificate, at) => {
    const isAuthority = valueIn(certificate.extensions, 'basicConstraints')?.cA === true;
    // Version 1 had no extensions: such a root may still be trusted by hand.
    const isOldRoot = certificate.version === 1 && at + 2 === certificates.length;
    return isAuthority || isOldRoot ? passed('ca', at + 1) : failed('ca', at + 1, 'not-a-ca');
  });
}

/** keyCertSign for authorities (§6.1.4 n); for a server that it may sign, or take a key or agree on one. */
export function checkKeyUsage({ certificates }: Path): Finding[] {
  return certificates.map((certificate, at) => {
    const usages = valueIn(certificate.extensions, 'keyUsage')?.usages;
    if (!usages) return passed('key-usage', at);
    if (at > 0) {
      return usages.includes('keyCertSign')
        ? passed('key-usage', at, usages.join(', '))
        : failed('key-usage', at, 'may-not-sign-certificates', usages.join(', '));
    }
    const serves = ['digitalSignature', 'keyEncipherment', 'keyAgreement'] as const;
    return serves.some((usage) => usages.includes(usage))
      ? passed('key-usage', at, usages.join(', '))
      : failed('key-usage', at, 'may-not-sign', usages.join(', '));
  });
}

/** Where purposes are stated, a server's must be among them, all the way up to the root (as browsers and OpenSSL have it). */
export function checkPurpose({ certificates }: Path): Finding[] {
  return certificates.flatMap((certificate, at) => {
    const stated = valueIn(certificate.extensions, 'extKeyUsage')?.purposes;
    if (!stated) return at === 0 ? [passed('purpose', at)] : [];
    const isFine = stated.includes('serverAuth');
    return [
      isFine ? passed('purpose', at, stated.join(', ')) : failed('purpose', at, 'not-for-servers', stated.join(', ')),
    ];
  });
}

/** pathLenConstraint: how many authorities may stand between it and the server; those that signed themselves do not count (§4.2.1.9). */
export function checkPathLength({ certificates }: Path): Finding[] {
  return certificates.flatMap((certificate, at) => {
    const most = valueIn(certificate.extensions, 'basicConstraints')?.pathLenConstraint ?? null;
    if (at === 0 || most === null) return [];
    const between = certificates.slice(1, at).filter((one) => !sameName(one.issuer, one.subject)).length;
    const detail = `${between} ${most}`;
    return [between > most ? failed('path-length', at, 'path-too-long', detail) : passed('path-length', at, detail)];
  });
}

export function checkNameConstraints({ certificates }: Path): Finding[] {
  return certificates.flatMap((authority, at) => {
    const subtrees = valueIn(authority.extensions, 'nameConstraints');
    if (!subtrees || at === 0) return [];
    for (const below of certificates.slice(0, at)) {
      const broken = constraintBroken(subtrees, namesOf(below));
      if (broken) return [failed('name-constraints', at, broken.reason, broken.name)];
    }
    return [passed('name-constraints', at)];
  });
}

/** Critical means: whoever does not understand this must refuse (§4.2). */
export function checkCritical({ certificates }: Path): Finding[] {
  return certificates.map(({ extensions }, at) => {
    const strange = extensions.find(({ critical, value }) => critical && value.kind === 'unknown');
    return strange ? failed('critical', at, 'unknown-critical', strange.oid) : passed('critical', at);
  });
}

const leastRsaBits = 2048;
/** What is as strong as P-256 or stronger, and goes by its name alone. */
const strongNames: readonly string[] = ['secp256r1', 'secp384r1', 'secp521r1', 'id-Ed25519', 'id-Ed448'];

function isStrange(key: PublicKey): key is OtherKey {
  return key.kind === 'other' && !strongNames.includes(key.algorithm);
}

/** SHA-1 can be forged, and RSA below 2048 bits is too near to it. A trusted root's own signature does not matter. */
export function checkStrength({ certificates, end }: Path): Finding[] {
  return certificates.map((certificate, at) => {
    const { signatureAlgorithm: algorithm, publicKey } = certificate;
    const isAnchor = end === 'trusted' && at === certificates.length - 1;
    const isWeak = algorithm.scheme === 'unknown' ? algorithm.name.startsWith('md') : algorithm.hash === 'sha1';
    if (isWeak && !isAnchor) return failed('strength', at, 'weak-digest', algorithm.name);
    if (isStrange(publicKey)) return unknown('strength', at, 'signature-unsupported', publicKey.algorithm);
    if (algorithm.scheme === 'unknown' && !strongNames.includes(algorithm.name) && !isAnchor) {
      return unknown('strength', at, 'signature-unsupported', algorithm.name);
    }
    const bits = keyBits(publicKey);
    if (publicKey.kind === 'rsa' && bits !== null && bits < leastRsaBits) {
      return failed('strength', at, 'weak-key', String(bits));
    }
    return passed('strength', at);
  });
}
