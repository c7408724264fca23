import { type Entry, enter } from '@/lib/auth/enter';
import { type Account, findAccount } from '@/lib/auth/learner-store';
import { type Login, normalise, parseLogin } from '@/lib/auth/login';
import { preparePassword } from '@/lib/auth/password';
import { isOverloaded, verifyPassword } from '@/lib/auth/password-hash';
import { countTry, forgetTries } from '@/lib/auth/try-limit-store';
import type { Visit } from '@/lib/auth/visit';

export type Verify = typeof verifyPassword;

/** One answer for a wrong password, an unknown name and a locked account: nobody learns which. */
export type SignInResult =
  | { readonly kind: 'entered'; readonly entry: Entry }
  | { readonly kind: 'refused' }
  /** Told only to whom the account is: the password was right. */
  | { readonly kind: 'suspended' }
  | { readonly kind: 'overloaded' };

export type Credentials = { readonly login: string; readonly password: string; readonly forgetOnLeave: boolean };

export async function signIn(given: Credentials, visit: Visit, verify: Verify = verifyPassword): Promise<SignInResult> {
  try {
    const account = await proveAccount(given.login, given.password, visit.address, verify);
    if (!account) return { kind: 'refused' };
    if (account.suspendedAt) return { kind: 'suspended' };
    return { kind: 'entered', entry: await enter(account, visit, given.forgetOnLeave) };
  } catch (error) {
    if (isOverloaded(error)) return { kind: 'overloaded' };
    throw error;
  }
}

/**
 * The account with this login and password, or null. Whatever was typed, the same is done: one count of tries,
 * one look-up, one verification of a hash.
 */
export async function proveAccount(
  login: string,
  password: string,
  address: string,
  verify: Verify = verifyPassword,
): Promise<Account | null> {
  const parsed = parseLogin(login);
  const who = { account: normalise(login), address };
  const within = await countTry('sign-in', who);
  const account = await findAccount(typeof parsed === 'string' ? NOBODY : parsed);
  const prepared = preparePassword(password);
  // While locked out the verification is done against nobody's hash, so that a right password is not told apart either.
  const stored = within && prepared !== null ? (account?.passwordHash ?? null) : null;
  const right = await verify(prepared ?? '', stored);
  if (!right || !account) return null;
  await forgetTries('sign-in', who);
  return account;
}

/** Looked up when what was typed cannot be a login: no name holds a space at its end. */
const NOBODY: Login = { kind: 'name', login: ' ' };
