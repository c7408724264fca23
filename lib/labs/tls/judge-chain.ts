import type { ReasonCode } from '../certificate/check';
import { parseCertificate } from '../certificate/parse-certificate';
import { verifyChain } from '../certificate/verify-chain';
import { faultOr } from '../der/fault';
import { type AlertName, Fatal } from './alert';
import type { ClientEndpoint } from './endpoint';
import type { PublicKey } from './signature';
import { note } from './talk';

/**
 * RFC 8446 §4.4.2.4: whether the chain leads from the name that was asked for to a root that is trusted; the leaf's key.
 * The RFC leaves much of the choice of alert open: where it does, this is OpenSSL's.
 */
const alertOf: Record<ReasonCode, AlertName> = {
  unreadable: 'bad_certificate',
  'issuer-missing': 'unknown_ca',
  'self-signed': 'unknown_ca',
  'untrusted-root': 'unknown_ca',
  'signature-wrong': 'decrypt_error',
  'signature-unsupported': 'unsupported_certificate',
  'algorithms-differ': 'bad_certificate',
  'not-yet-valid': 'bad_certificate',
  expired: 'certificate_expired',
  'name-mismatch': 'bad_certificate',
  'no-names': 'bad_certificate',
  'not-a-ca': 'unknown_ca',
  'may-not-sign-certificates': 'unknown_ca',
  'may-not-sign': 'unsupported_certificate',
  'not-for-servers': 'unsupported_certificate',
  'path-too-long': 'unknown_ca',
  'name-not-permitted': 'certificate_unknown',
  'name-excluded': 'certificate_unknown',
  'unknown-critical': 'certificate_unknown',
  'weak-digest': 'bad_certificate',
  'weak-key': 'bad_certificate',
  revoked: 'certificate_revoked',
  'crl-missing': 'unknown_ca',
  'crl-outdated': 'certificate_expired',
  'crl-not-trusted': 'bad_certificate',
};

export function judgeChain(client: ClientEndpoint): PublicKey {
  const { trust } = client.config;
  const key = leafKey(client);
  if (!trust) return key;
  const { accepted, failure } = verifyChain({ ...trust, chain: client.chain });
  note(client, { code: accepted ? 'verified' : 'refused', what: 'certificate' });
  if (failure) {
    const reason = failure.reason ?? 'unreadable';
    throw new Fatal(alertOf[reason], `certificate.${reason}`);
  }
  return key;
}

function leafKey(client: ClientEndpoint): PublicKey {
  const [leaf] = client.chain;
  if (!leaf) throw new Fatal('decode_error', 'no-certificate');
  const read = faultOr(() => parseCertificate(leaf));
  if (read.kind === 'fault') throw new Fatal('bad_certificate', 'certificate.unreadable', read.fault.at);
  const { publicKey } = read.value;
  if (publicKey.kind === 'other') throw new Fatal('unsupported_certificate', 'certificate.key-of-another-kind');
  return publicKey;
}
