import { buildCertificate } from '../certificate/build-certificate';
import { plainName } from '../certificate/distinguished-name';
import { type FixtureKeys, fixtureNow, issueFixtureChain } from '../certificate/fixture-chain';
import { hostName } from '../certificate/general-name';
import { parseCertificate } from '../certificate/parse-certificate';
import { buildRevocationList } from '../certificate/revocation-list';
import { fixtureEcKey, type PrivateKey } from '../crypto/fixture-keys';

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

/** All keys of a story, of one sort: the authority's and the server's, and of somebody who would like to be either. */
export type KeyRing = {
  readonly kind: PrivateKey['kind'];
  readonly keys: FixtureKeys;
  readonly forger: () => { readonly server: PrivateKey; readonly authority: PrivateKey };
};

export const ecKeyRing: KeyRing = {
  kind: 'p256',
  keys: fixtureEcKey,
  forger: () => ({ server: fixtureEcKey('mallory-a'), authority: fixtureEcKey('mallory-b') }),
};

const made = new Map<string, ServerIdentity>();

/** A server's identity for a host; the same each time, so it is made once. */
export function identityFor(kind: CertificateKind, ring: KeyRing, host: string): ServerIdentity {
  const name = `${kind} ${ring.kind} ${host}`;
  const known = made.get(name);
  if (known) return known;
  const identity = makeIdentity(kind, ring, host);
  if (made.size > 100) made.clear();
  made.set(name, identity);
  return identity;
}

const expired = { notBefore: Date.UTC(2026, 5, 1), notAfter: Date.UTC(2026, 7, 30) };
const notYetValid = { notBefore: Date.UTC(2027, 0, 1), notAfter: Date.UTC(2027, 2, 31) };

function makeIdentity(kind: CertificateKind, ring: KeyRing, host: string): ServerIdentity {
  if (kind === 'unknown-ca' || kind === 'self-signed') return forged(kind, ring, host);
  const dates = kind === 'expired' ? expired : kind === 'not-yet-valid' ? notYetValid : {};
  const made = issueFixtureChain({ keys: ring.keys, names: [kind === 'other-name' ? `not-${host}` : host], ...dates });
  return {
    chain: [made.leaf, ...made.intermediates],
    key: made.key,
    trusted: [made.root],
    crls: kind === 'revoked' ? [revoking(made.leaf, ring)] : [],
  };
}

/** Somebody else's certificate for this host: signed by an authority that nobody here trusts, or by itself. */
function forged(kind: 'unknown-ca' | 'self-signed', ring: KeyRing, host: string): ServerIdentity {
  const { server: own, authority } = ring.forger();
  const signer = kind === 'self-signed' ? own : authority;
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
      keyUsage: own.kind === 'rsa' ? ['digitalSignature', 'keyEncipherment'] : ['digitalSignature'],
      extKeyUsage: ['serverAuth'],
      subjectAltName: [hostName(host)],
    },
    signer,
    'sha256',
  );
  return { chain: [leaf], key: own, trusted: identityFor('right', ring, host).trusted, crls: [] };
}

/** The authority's list, with this certificate on it. */
function revoking(leaf: Uint8Array, { keys }: KeyRing): Uint8Array {
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
    keys('intermediate-a'),
    'sha256',
  );
}
