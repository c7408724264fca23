import { commonPasswords } from '@/lib/auth/common-passwords';

export type PasswordFault = 'password-short' | 'password-long' | 'password-characters' | 'password-guessable';

const SHORTEST = 8;
const LONGEST = 256;

/**
 * RFC 8265 §4.2 (OpaqueString): white space of other scripts becomes the ASCII space, then NFC, so that the same keys give
 * the same password on every system; capitals and width stay as typed. Null: holds control characters or is far too long.
 */
export function preparePassword(typed: string): string | null {
  if (typed.length > 4 * LONGEST) return null;
  const prepared = typed.replace(/\p{Zs}/gu, ' ').normalize('NFC');
  return /[\p{Cc}\p{Cs}\p{Cn}]/u.test(prepared) ? null : prepared;
}

/** A password fit for a new account, or what is wrong with it. `own` is what an attacker would try first: login and name. */
export function parseNewPassword(typed: string, own: readonly string[]): { password: string } | PasswordFault {
  if ([...typed].length > LONGEST) return 'password-long';
  const password = preparePassword(typed);
  if (password === null) return 'password-characters';
  const length = [...password].length;
  if (length < SHORTEST) return 'password-short';
  const lower = password.toLowerCase();
  const oneCharacter = new Set(lower).size === 1;
  if (oneCharacter || commonPasswords.has(lower) || own.some((text) => text.toLowerCase() === lower))
    return 'password-guessable';
  return { password };
}
