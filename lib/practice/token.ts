import { randomBytes } from 'node:crypto';

/** 18 random bytes in 24 characters that need no escaping: guessing one takes longer than a day. One of them is a digit: by that the log knows what not to write down. */
export function newToken(): string {
  for (;;) {
    const token = randomBytes(18).toString('base64url');
    if (/\d/.test(token)) return token;
  }
}

export function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{24}$/.test(text);
}
