import type { TlsOptions } from 'node:tls';
import { fixtureNow, issueFixtureChain } from '../certificate/fixture-chain';
import { fixtureEcKey } from '../crypto/fixture-keys';
import { fixtureRsaKey } from '../crypto/fixture-rsa-keys';
import type { TlsVersion } from './code-points';
import type { ClientConfig, ServerConfig } from './config';
import { clientConfig, serverConfig } from './default-config';
import { type ClientEndpoint, newClient, newServer, type ServerEndpoint } from './endpoint';
import { suiteNames } from './suites';
import { keyObject, opensslClient, opensslServer, pemOf } from './test-openssl-peer';

export const host = 'shop.example';
export const chains = {
  rsa: issueFixtureChain({ keys: fixtureRsaKey, names: [host] }),
  p256: issueFixtureChain({ keys: fixtureEcKey, names: [host] }),
};
export type Kind = keyof typeof chains;

const opensslNames: Record<string, string> = {
  TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256: 'ECDHE-ECDSA-AES128-GCM-SHA256',
  TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384: 'ECDHE-ECDSA-AES256-GCM-SHA384',
  TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256: 'ECDHE-ECDSA-CHACHA20-POLY1305',
  TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256: 'ECDHE-RSA-AES128-GCM-SHA256',
  TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384: 'ECDHE-RSA-AES256-GCM-SHA384',
  TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256: 'ECDHE-RSA-CHACHA20-POLY1305',
  TLS_RSA_WITH_AES_128_GCM_SHA256: 'AES128-GCM-SHA256',
  TLS_RSA_WITH_AES_256_GCM_SHA384: 'AES256-GCM-SHA384',
};
export const opensslName = (suite: string) => opensslNames[suite] ?? suite;
export const allCiphers = suiteNames.map(opensslName).join(':');
const protocol = { '1.2': 'TLSv1.2', '1.3': 'TLSv1.3' } as const;

/** The certificate and key of our fixture chain, as OpenSSL takes them. */
export function identityOf(kind: Kind) {
  const { leaf, intermediates, key } = chains[kind];
  return {
    cert: [leaf, ...intermediates].map(pemOf).join(''),
    key: keyObject(key).export({ format: 'pem', type: 'pkcs8' }),
  };
}

export function theirServer(kind: Kind, version: TlsVersion, ciphers = allCiphers, more: TlsOptions = {}) {
  return opensslServer({
    ...identityOf(kind),
    ciphers,
    minVersion: protocol[version],
    maxVersion: protocol[version],
    ecdhCurve: 'X25519:P-256',
    ticketKeys: Buffer.alloc(48, 7),
    ...more,
  });
}

export function theirClient(kind: Kind, version: TlsVersion, ciphers = allCiphers, more = {}) {
  return opensslClient({
    ca: pemOf(chains[kind].root),
    ciphers,
    minVersion: protocol[version],
    maxVersion: protocol[version],
    servername: host,
    ecdhCurve: 'X25519:P-256',
    ...more,
  });
}

export function ourClient(kind: Kind, differs: Partial<ClientConfig> = {}): ClientEndpoint {
  const trust = { trusted: [chains[kind].root], at: fixtureNow, name: host };
  return newClient(clientConfig({ name: host, trust, ...differs }));
}

export function ourServer(kind: Kind, differs: Partial<ServerConfig> = {}): ServerEndpoint {
  const { leaf, intermediates, key } = chains[kind];
  return newServer(serverConfig([leaf, ...intermediates], key, differs));
}
