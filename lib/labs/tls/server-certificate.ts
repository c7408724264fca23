import { buildCertificate } from '../certificate/build-certificate';
import { plainName } from '../certificate/distinguished-name';
import { fixtureNow, issueFixtureChain } from '../certificate/fixture-chain';
import { hostName } from '../certificate/general-name';
import { parseCertificate } from '../certificate/parse-certificate';
import { buildRevocationList } from '../certificate/revocation-list';
import { fixtureEcKey, fixtureRsaKey, type PrivateKey } from '../crypto/fixture-keys';

/** What may be the matter with the certificate a server shows. */
export const certificateKinds = [
  'right',
  'expired',
  'not-yet-valid',
  'other-name',
  'unknown-ca',
  'self-signed',
  'revoked',
] as const;
export type CertificateKind = (typeof certificateKinds)[number];

export type ServerIdentity = {
  /** What the server shows, its own certificate first; DER. */
  readonly chain: readonly Uint8Array[];
  readonly key: PrivateKey;
  /** What a client knows beforehand. */
  readonly trusted: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
};

const made = new Map<string, ServerIdentity>();

/** A server's identity for a host; the same each time, so it is made once. */
export function identityFor(kind: CertificateKind, key: 'rsa' | 'p256', host: string): ServerIdentity {
  const name = `${kind} ${key} ${host}`;
  const known = made.get(name);
  if (known) return known;
  const identity = makeIdentity(kind, key, host);
  if (made.size > 100) made.clear();
  made.set(name, identity);
  return identity;
}

const expired = { notBefore: Date.UTC(2026, 5, 1), notAfter: Date.UTC(2026, 7, 30) };
const notYetValid = { notBefore: Date.UTC(2027, 0, 1), notAfter: Date.UTC(2027, 2, 31) };

function makeIdentity(kind: CertificateKind, key: 'rsa' | 'p256', host: string): ServerIdentity {
  if (kind === 'unknown-ca' || kind === 'self-signed') return forged(kind, key, host);
  const dates = kind === 'expired' ? expired : kind === 'not-yet-valid' ? notYetValid : {};
  const made = issueFixtureChain({ key, names: [kind === 'other-name' ? `not-${host}` : host], ...dates });
  return {
    chain: [made.leaf, ...made.intermediates],
    key: made.key,
    trusted: [made.root],
    crls: kind === 'revoked' ? [revoking(made.leaf, key)] : [],
  };
}

/** Somebody else's certificate for this host: signed by an authority that nobody here trusts, or by itself. */
function forged(kind: 'unknown-ca' | 'self-signed', key: 'rsa' | 'p256', host: string): ServerIdentity {
  const own = key === 'rsa' ? fixtureRsaKey('server-b') : fixtureEcKey('mallory-a');
  const signer = kind === 'self-signed' ? own : key === 'rsa' ? fixtureRsaKey('root-b') : fixtureEcKey('mallory-b');
  const subject = plainName({ commonName: host });
  const leaf = buildCertificate(
    {
      serialNumber: 0x0bad_0001n,
      issuer: kind === 'self-signed' ? subject : plainName({ organization: 'Mallory', commonName: 'Mallory Root' }),
      subject,
      notBefore: Date.UTC(2026, 9, 1),
      notAfter: Date.UTC(2026, 11, 30),
      publicKey: own,
      basicConstraints: { cA: false, pathLenConstraint: null },
      keyUsage: key === 'rsa' ? ['digitalSignature', 'keyEncipherment'] : ['digitalSignature'],
      extKeyUsage: ['serverAuth'],
      subjectAltName: [hostName(host)],
    },
    signer,
    'sha256',
  );
  return { chain: [leaf], key: own, trusted: issueTrusted(key, host), crls: [] };
}

const issueTrusted = (key: 'rsa' | 'p256', host: string) => identityFor('right', key, host).trusted;

/** The authority's list, with this certificate on it. */
function revoking(leaf: Uint8Array, key: 'rsa' | 'p256'): Uint8Array {
  const { serialNumber, issuer } = parseCertificate(leaf);
  const day = 86_400_000;
  return buildRevocationList(
    {
      issuer,
      thisUpdate: fixtureNow - 3 * day,
      nextUpdate: fixtureNow + 27 * day,
      revoked: [{ serialNumber, revocationDate: fixtureNow - 4 * day }],
      number: 7n,
    },
    key === 'rsa' ? fixtureRsaKey('intermediate-a') : fixtureEcKey('intermediate-a'),
    'sha256',
  );
}
