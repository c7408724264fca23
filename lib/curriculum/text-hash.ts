import { createHash } from 'node:crypto';

/** What a translation writes as `from`: twelve digits of the hash of the words it was made from. */
export function textHash(body: string): string {
  return createHash('sha256').update(body.trim()).digest('hex').slice(0, 12);
}
