import { createHash } from 'node:crypto';

/** Of our statements (RFC 4122 §4.3): made once, stays for ever. */
const NAMESPACE = Buffer.from('6f2c0f0e5b7d4c6a9b1e7a3d58c4e921', 'hex');

/** The same name gives the same id, in every process and on every try: telling something twice is telling it once. UUID version 5. */
export function statementId(name: string): string {
  const hash = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  hash.writeUInt8(((hash[6] ?? 0) & 0x0f) | 0x50, 6);
  hash.writeUInt8(((hash[8] ?? 0) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
