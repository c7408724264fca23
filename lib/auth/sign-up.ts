import { randomUUID } from 'node:crypto';
import { browserName } from '@/lib/auth/browser-name';
import { type Entry, newSession } from '@/lib/auth/enter';
import { insertAccount, type NewAccount, promoteGuest } from '@/lib/auth/learner-store';
import { type LoginFault, parseDisplayName, parseLogin } from '@/lib/auth/login';
import { type PasswordFault, parseNewPassword } from '@/lib/auth/password';
import { hashPassword, isOverloaded } from '@/lib/auth/password-hash';
import { checkedSession, forgetChecked } from '@/lib/auth/session';
import { sessionCookie } from '@/lib/auth/session-cookie';
import { insertSession, revokeSession, revokeSessions } from '@/lib/auth/session-store';
import { countTry } from '@/lib/auth/try-limit-store';
import { isUniqueViolation } from '@/lib/auth/unique-violation';
import type { Visit } from '@/lib/auth/visit';
import { transaction } from '@/lib/db/transaction';
import { settings } from '@/lib/settings/setting-store';

export type SignUpResult =
  | { readonly kind: 'entered'; readonly entry: Entry }
  | {
      readonly kind: 'faults';
      readonly login?: LoginFault | 'login-taken' | 'tries';
      readonly password?: PasswordFault;
    }
  | { readonly kind: 'overloaded' }
  /** Only staff make accounts here. */
  | { readonly kind: 'closed' };

export type NewCredentials = { readonly login: string; readonly password: string; readonly forgetOnLeave: boolean };

/** Makes an account. On a guest's browser the guest becomes the account: same learner, new session, nothing is moved. */
export async function signUp(given: NewCredentials, visit: Visit): Promise<SignUpResult> {
  if ((await settings()).signUp === 'closed') return { kind: 'closed' };
  const login = parseLogin(given.login);
  const name = parseDisplayName(given.login.split('@')[0] ?? '');
  const password = parseNewPassword(given.password, [given.login, name ?? '']);
  if (typeof login === 'string' || typeof password === 'string' || name === null) {
    return {
      kind: 'faults',
      ...(typeof login === 'string' ? { login } : {}),
      ...(typeof password === 'string' ? { password } : {}),
    };
  }
  if (!(await countTry('sign-up', { account: login.login, address: visit.address })))
    return { kind: 'faults', login: 'tries' };
  try {
    const account = {
      login: login.login,
      email: login.kind === 'email' ? login.login : null,
      name,
      passwordHash: await hashPassword(password.password),
      role: 'learner',
    } as const;
    const entry = await create(account, visit, given.forgetOnLeave);
    return entry ? { kind: 'entered', entry } : { kind: 'faults', login: 'login-taken' };
  } catch (error) {
    if (isOverloaded(error)) return { kind: 'overloaded' };
    throw error;
  }
}

/** The new account's first session; null when the login is taken. Also used for who comes from elsewhere (OIDC, GitHub). */
export async function create(
  account: Omit<NewAccount, 'id'>,
  visit: Visit,
  forgetOnLeave: boolean,
  alongside: (client: Parameters<typeof insertSession>[0], id: string) => Promise<void> = async () => {},
): Promise<Entry | null> {
  const before = await checkedSession(visit.cookieHeader);
  const id = before?.guest ? before.learnerId : randomUUID();
  const session = newSession({ id, name: account.name, role: account.role }, forgetOnLeave);
  try {
    await transaction(async (client) => {
      const store = before?.guest ? promoteGuest : insertAccount;
      if (!(await store(client, { ...account, id }))) throw new Taken();
      await insertSession(client, { ...session, forgetOnLeave, browser: browserName(visit.userAgent) });
      // A promoted guest's old cookie is worth nothing from here on: who copied it is not the account.
      await revokeSessions(id, session.sessionId, client);
      await alongside(client, id);
    });
  } catch (error) {
    if (error instanceof Taken || isUniqueViolation(error)) return null;
    throw error;
  }
  if (before) {
    if (!before.guest) await revokeSession(before.learnerId, before.sessionId);
    forgetChecked(before.learnerId, before.sessionId);
  }
  return { session, cookies: [await sessionCookie(session)], asksAboutGuest: false };
}

/** Rolls the transaction back; never leaves this file. */
class Taken extends Error {}
