import { sha1 } from './sha1';
import { sha256 } from './sha256';
import { sha384, sha512 } from './sha512';

/** The digests that signatures name. SHA-1 only so that what still carries it can be checked, and refused. */
export const hashNames = ['sha1', 'sha256', 'sha384', 'sha512'] as const;
export type HashName = (typeof hashNames)[number];

const functions = { sha1, sha256, sha384, sha512 } as const;

/** The digest of `message`: 20, 32, 48 or 64 bytes. */
export function hashOf(hash: HashName, message: Uint8Array): Uint8Array {
  return functions[hash](message);
}

export const hashLengths = { sha1: 20, sha256: 32, sha384: 48, sha512: 64 } as const satisfies Record<HashName, number>;
