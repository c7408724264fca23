import { assertNever } from '@/lib/assert-never';
import type { Value, ValueName } from './value';

/** Values that anyone on the way can read in the clear. */
const crossed: readonly ValueName[] = [
  'client_random',
  'server_random',
  'client_key_share',
  'server_key_share',
  'encrypted_premaster_secret',
  'hash_to_binders',
  'binder',
];

export function isPublic(name: ValueName): boolean {
  return crossed.includes(name);
}

/** Labels whose context is the digest of nothing (RFC 8446 §7.1); all others without a value for it have none. */
const overNothing = ['derived', 'res binder'];

/** How a value is computed, as the RFCs write it; null where it is not computed but drawn, received or kept. */
export function formulaOf({ by, from, label = '', bytes }: Value): string | null {
  const [first = '0', second] = from;
  switch (by) {
    case 'prf':
      return `PRF(${first}, "${label}", ${from.slice(1).join(' + ')})[0..${bytes.length - 1}]`;
    case 'hkdf-extract':
      return from.length === 2 ? `HKDF-Extract(${first}, ${second})` : `HKDF-Extract(${extractOf(from)})`;
    case 'hkdf-expand-label': {
      const context = second ?? (overNothing.includes(label) ? 'Hash("")' : '""');
      return `HKDF-Expand-Label(${first}, "${label}", ${context}, ${bytes.length})`;
    }
    case 'hmac':
      return `HMAC(${from.join(', ')})`;
    case 'part':
      return `${first}[${label}]`;
    case 'ecdhe':
      return `${label}(${from.join(', ')})`;
    case 'ecdhe-share':
      return `${label}(${first}, base point)`;
    case 'rsa-encryption':
      return `RSAES-PKCS1-v1_5-Encrypt(server's public key, ${first})`;
    case 'decrypted':
      return `RSAES-PKCS1-v1_5-Decrypt(server's private key, ${first})`;
    case 'transcript-hash':
      return 'Hash(messages)';
    case 'drawn':
    case 'received':
    case 'opened':
    case 'kept':
    case 'zeros':
      return null;
    default:
      return assertNever(by);
  }
}

/** Where there is one value only, the other is zeros: the salt of the early secret, the keying material of the master secret. */
function extractOf(from: readonly ValueName[]): string {
  const [only] = from;
  if (only === undefined) return '0, 0';
  return only === 'psk' ? '0, psk' : `${only}, 0`;
}
