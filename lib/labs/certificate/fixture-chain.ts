import type { PrivateKey } from '../crypto/fixture-keys';
import { buildCertificate } from './build-certificate';
import { plainName } from './distinguished-name';
import { hostName } from './general-name';
import { keyIdentifier } from './public-key';

/** Whose keys there are: `fixtureEcKey` has them on P-256, `fixtureRsaKey` of RSA. */
export type FixtureKeys = (name: 'root-a' | 'intermediate-a' | 'server-a') => PrivateKey;

export type FixtureChainOptions = {
  /** The server's key, and its authorities'. */
  readonly keys: FixtureKeys;
  /** Host names and addresses of the server. */
  readonly names: readonly string[];
  /** Of the server's certificate, in milliseconds since 1970 in UTC; 90 days around the autumn of 2026 when left out. */
  readonly notBefore?: number | undefined;
  readonly notAfter?: number | undefined;
};

export type FixtureChain = {
  readonly leaf: Uint8Array;
  readonly intermediates: readonly Uint8Array[];
  readonly root: Uint8Array;
  /** The server's. */
  readonly key: PrivateKey;
};

/** When a lab's clock stands at no other time: 23 November 2026, noon in UTC. */
export const fixtureNow = Date.UTC(2026, 10, 23, 12);

/** A server's certificate, the authority that signed it and the root above: by the teaching keys, so the same options give the same bytes. */
export function issueFixtureChain(options: FixtureChainOptions): FixtureChain {
  const { keys } = options;
  const [rootKey, intermediateKey, serverKey] = [keys('root-a'), keys('intermediate-a'), keys('server-a')];
  const named = (commonName: string) => plainName({ country: 'XX', organization: 'Handrail', commonName });
  const [rootName, intermediateName] = [named('Teaching Root'), named('Teaching Authority')];
  const authority = { keyUsage: ['keyCertSign', 'cRLSign'], notAfter: Date.UTC(2046, 0, 1) } as const;
  const root = buildCertificate(
    {
      ...authority,
      serialNumber: 0x5eed_0001n,
      issuer: rootName,
      subject: rootName,
      notBefore: Date.UTC(2021, 0, 1),
      publicKey: rootKey,
      basicConstraints: { cA: true, pathLenConstraint: null },
      subjectKeyIdentifier: keyIdentifier(rootKey),
    },
    rootKey,
    'sha256',
  );
  const intermediate = buildCertificate(
    {
      ...authority,
      serialNumber: 0x5eed_0002n,
      issuer: rootName,
      subject: intermediateName,
      notBefore: Date.UTC(2024, 0, 1),
      publicKey: intermediateKey,
      basicConstraints: { cA: true, pathLenConstraint: 0 },
      subjectKeyIdentifier: keyIdentifier(intermediateKey),
      authorityKeyIdentifier: keyIdentifier(rootKey),
    },
    rootKey,
    'sha256',
  );
  const leaf = buildCertificate(
    {
      serialNumber: 0x5eed_0003n,
      issuer: intermediateName,
      subject: plainName({ commonName: options.names[0] }),
      notBefore: options.notBefore ?? Date.UTC(2026, 9, 1),
      notAfter: options.notAfter ?? Date.UTC(2026, 11, 30),
      publicKey: serverKey,
      basicConstraints: { cA: false, pathLenConstraint: null },
      // RSA key transport (TLS 1.2 without ECDHE) encrypts with the key; all else signs.
      keyUsage: serverKey.kind === 'rsa' ? ['digitalSignature', 'keyEncipherment'] : ['digitalSignature'],
      extKeyUsage: ['serverAuth'],
      subjectAltName: options.names.map(hostName),
      subjectKeyIdentifier: keyIdentifier(serverKey),
      authorityKeyIdentifier: keyIdentifier(intermediateKey),
    },
    intermediateKey,
    'sha256',
  );
  return { leaf, intermediates: [intermediate], root, key: serverKey };
}
