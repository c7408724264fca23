import { createHash, randomBytes } from 'node:crypto';

/** A secret that cannot be guessed: a state, a nonce, a ticket. */
export const newSecret = (): string => randomBytes(24).toString('base64url');

/** What is kept of a secret: who reads the table cannot use it. */
export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
