import type { ReasonCode } from '../certificate/check';
import { parseCertificate } from '../certificate/parse-certificate';
import { parseRevocationList } from '../certificate/revocation-list';
import { type Verdict, verifyParsed } from '../certificate/verify-chain';
import { digest } from '../crypto/digest';
import { faultOr } from '../der/fault';
import { type AlertName, Fatal } from './alert';
import type { Trust } from './config';
import type { ClientEndpoint } from './endpoint';
import { hexOf } from './field-reader';
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
  'crl-not-trusted': 'decrypt_error',
};

export function judgeChain(client: ClientEndpoint): PublicKey {
  const { trust } = client.config;
  const key = leafKey(client);
  if (!trust) return key;
  const { accepted, failure } = judged(client.chain, trust);
  note(client, { code: accepted ? 'verified' : 'refused', what: 'certificate' });
  if (failure) {
    const reason = failure.reason ?? 'unreadable';
    throw new Fatal(alertOf[reason], `certificate.${reason}`);
  }
  return key;
}

type Judged = Pick<Verdict, 'accepted' | 'failure'>;
const known = new Map<string, Judged>();
const mostKnown = 50;
/** What is looked at of what a stranger sends. */
const mostPresented = 32;

/** The same question has the same answer: who connects again and again does not check the same signatures again and again. */
function judged(chain: readonly Uint8Array[], trust: Trust): Judged {
  const { trusted, crls = [], at, name, revocation = 'if-known' } = trust;
  const asked = [chain, trusted, crls].map((list) => list.map(nameOf).join());
  const question = [...asked, at, name, revocation].join('|');
  const before = known.get(question);
  if (before) return before;
  const { accepted, failure } = verifyParsed({
    at,
    name,
    revocation,
    presented: chain.slice(0, mostPresented).map(readOnce),
    trusted: trusted.flatMap((bytes) => {
      const read = readOnce(bytes);
      return read.kind === 'read' ? [read.value] : [];
    }),
    lists: crls.flatMap((bytes) => {
      const read = faultOr(() => parseRevocationList(bytes));
      return read.kind === 'read' ? [read.value] : [];
    }),
  });
  if (known.size >= mostKnown) known.clear();
  known.set(question, { accepted, failure });
  return { accepted, failure };
}

const nameOf = (bytes: Uint8Array) => hexOf(digest('sha256', bytes), 32);

const parsed = new Map<string, Parsed>();
type Parsed = ReturnType<typeof parse>;
const parse = (bytes: Uint8Array) => faultOr(() => parseCertificate(bytes));

/** The same bytes are the same certificate: an authority's signature on another is then checked once for all its servers. */
function readOnce(bytes: Uint8Array): Parsed {
  const name = nameOf(bytes);
  const before = parsed.get(name);
  if (before) return before;
  const read = parse(bytes);
  if (parsed.size >= mostKnown) parsed.clear();
  parsed.set(name, read);
  return read;
}

function leafKey(client: ClientEndpoint): PublicKey {
  const [leaf] = client.chain;
  if (!leaf) throw new Fatal('decode_error', 'no-certificate');
  const read = readOnce(leaf);
  if (read.kind === 'fault') throw new Fatal('bad_certificate', 'certificate.unreadable', read.fault.at);
  const { publicKey } = read.value;
  if (publicKey.kind === 'other') throw new Fatal('unsupported_certificate', 'certificate.key-of-another-kind');
  return publicKey;
}
