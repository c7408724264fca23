import type { Certificate } from './certificate';
import { type Finding, failed, passed, unknown } from './check';
import { sameName } from './distinguished-name';
import { valueIn } from './extension';
import type { Path } from './path';
import type { RevocationList } from './revocation-list';
import { type SignatureVerdict, type VerifySignature, verifySignature } from './signature-algorithm';

/** Whether a certificate that nobody could ask about is let through (as browsers do) or refused (as `openssl verify -crl_check_all` does). */
export type RevocationRule = 'if-known' | 'required';

/** Each certificate below the root against its issuer's list (RFC 5280 §6.3). */
export function checkRevocation(
  { certificates, end }: Path,
  lists: readonly RevocationList[],
  at: number,
  rule: RevocationRule,
  verify: VerifySignature = verifySignature,
): Finding[] {
  return certificates.flatMap((certificate, place) => {
    const issuer = certificates[place + 1];
    if (!issuer) return place === 0 && end !== 'trusted' ? [unknown('revocation', 0, 'crl-missing')] : [];
    return [findingOf(certificate, issuer, place)];
  });

  function findingOf(certificate: Certificate, issuer: Certificate, place: number): Finding {
    const own = lists.filter((list) => sameName(list.issuer, certificate.issuer));
    const notKnown = (reason: 'crl-missing' | 'crl-outdated' | 'crl-not-trusted') =>
      rule === 'required' ? failed('revocation', place, reason) : unknown('revocation', place, reason);
    if (own.length === 0) return notKnown('crl-missing');
    const answers = own.map((list) => listVerdict(list, issuer, verify));
    const signed = own.filter((_, at) => answers[at] === 'right');
    const unsupported = own.find((_, at) => answers[at] === 'unsupported');
    if (signed.length === 0 && unsupported) {
      return unknown('revocation', place, 'signature-unsupported', unsupported.signatureAlgorithm.name);
    }
    if (signed.length === 0) return notKnown('crl-not-trusted');
    const entry = signed
      .flatMap(({ revoked }) => revoked)
      .find(({ serialNumber }) => serialNumber === certificate.serialNumber);
    // What was once revoked stays so: an old list is enough for that.
    if (entry) return failed('revocation', place, 'revoked', String(entry.revocationDate));
    const current = signed.find((list) => at >= list.thisUpdate && (list.nextUpdate === null || at <= list.nextUpdate));
    return current ? passed('revocation', place, String(current.thisUpdate)) : notKnown('crl-outdated');
  }
}

const signatures = new WeakMap<RevocationList, WeakMap<Certificate, SignatureVerdict>>();

/** By the issuer's own key, and the issuer may sign lists (§6.3.3 f). */
function listVerdict(list: RevocationList, issuer: Certificate, verify: VerifySignature): SignatureVerdict {
  const usages = valueIn(issuer.extensions, 'keyUsage')?.usages;
  if (usages && !usages.includes('cRLSign')) return 'wrong';
  const strange = list.extensions.some(({ critical, value }) => critical && value.kind === 'unknown');
  if (strange || !list.algorithmsAgree) return 'wrong';
  const known = signatures.get(list) ?? new WeakMap<Certificate, SignatureVerdict>();
  signatures.set(list, known);
  const { signatureAlgorithm, tbsCertList, signature } = list;
  const verdict = known.get(issuer) ?? verify(signatureAlgorithm, issuer.publicKey, tbsCertList, signature);
  known.set(issuer, verdict);
  return verdict;
}
