import type { Aead } from '../crypto/aead';
import type { TlsHash } from '../crypto/digest';
import type { TlsVersion } from './code-points';

/** How the two sides come to their first common secret. In TLS 1.3 the suite does not say. */
export type KeyExchange = 'rsa' | 'ecdhe';

export type CipherSuite = {
  readonly name: SuiteName;
  readonly code: number;
  readonly version: TlsVersion;
  readonly aead: Aead;
  readonly hash: TlsHash;
  /** 1.2 only. */
  readonly exchange?: KeyExchange;
  /** The key in the certificate, which signs or decrypts; 1.2 only. */
  readonly key?: 'rsa' | 'p256';
};

export const suiteNames = [
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
  'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
  'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256',
  'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
  'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
  'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
  'TLS_RSA_WITH_AES_128_GCM_SHA256',
  'TLS_RSA_WITH_AES_256_GCM_SHA384',
] as const;
export type SuiteName = (typeof suiteNames)[number];

const aes128 = { aead: 'aes-128-gcm', hash: 'sha256' } as const;
const aes256 = { aead: 'aes-256-gcm', hash: 'sha384' } as const;
const chacha = { aead: 'chacha20-poly1305', hash: 'sha256' } as const;
const overEcdsa = { version: '1.2', exchange: 'ecdhe', key: 'p256' } as const;
const overRsa = { version: '1.2', exchange: 'ecdhe', key: 'rsa' } as const;
const rsaTransport = { version: '1.2', exchange: 'rsa', key: 'rsa' } as const;

type Facts = Omit<CipherSuite, 'name'>;

/** The suites the lab computes: RFC 8446 §B.4, RFC 5288, RFC 5289, RFC 7905. */
const facts: Readonly<Record<SuiteName, Facts>> = {
  TLS_AES_128_GCM_SHA256: { code: 0x1301, version: '1.3', ...aes128 },
  TLS_AES_256_GCM_SHA384: { code: 0x1302, version: '1.3', ...aes256 },
  TLS_CHACHA20_POLY1305_SHA256: { code: 0x1303, version: '1.3', ...chacha },
  TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256: { code: 0xc02b, ...overEcdsa, ...aes128 },
  TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384: { code: 0xc02c, ...overEcdsa, ...aes256 },
  TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256: { code: 0xcca9, ...overEcdsa, ...chacha },
  TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256: { code: 0xc02f, ...overRsa, ...aes128 },
  TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384: { code: 0xc030, ...overRsa, ...aes256 },
  TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256: { code: 0xcca8, ...overRsa, ...chacha },
  TLS_RSA_WITH_AES_128_GCM_SHA256: { code: 0x009c, ...rsaTransport, ...aes128 },
  TLS_RSA_WITH_AES_256_GCM_SHA384: { code: 0x009d, ...rsaTransport, ...aes256 },
};

export function suiteNamed(name: SuiteName): CipherSuite {
  return { name, ...facts[name] };
}

const byCode = new Map(suiteNames.map((name) => [facts[name].code, suiteNamed(name)]));

/** null for a suite the lab does not compute. */
export function suiteOf(code: number): CipherSuite | null {
  return byCode.get(code) ?? null;
}

/** Not suites but signals: RFC 5746 §3.3 and RFC 7507. */
export const signallingSuites = { TLS_EMPTY_RENEGOTIATION_INFO_SCSV: 0x00ff, TLS_FALLBACK_SCSV: 0x5600 } as const;
