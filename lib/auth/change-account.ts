import { eraseLearner } from '@/lib/auth/erase-learner-store';
import { type Account, findAccountById, setEmail, setName, setPassword } from '@/lib/auth/learner-store';
import { type LoginFault, parseDisplayName, parseLogin } from '@/lib/auth/login';
import { type PasswordFault, parseNewPassword, preparePassword } from '@/lib/auth/password';
import { hashPassword, isOverloaded, verifyPassword } from '@/lib/auth/password-hash';
import { endResetLinks } from '@/lib/auth/reset-link-store';
import { forgetChecked, type SessionClaims } from '@/lib/auth/session';
import { revokeSession, revokeSessions } from '@/lib/auth/session-store';
import { countTry, forgetTries } from '@/lib/auth/try-limit-store';
import { isUniqueViolation } from '@/lib/auth/unique-violation';
import { transaction } from '@/lib/db/transaction';

/** What can be wrong with a change, named by the field it is about. */
export type ChangeFault =
  | { readonly field: 'name'; readonly fault: 'name-empty' }
  | { readonly field: 'email'; readonly fault: LoginFault | 'email-taken' }
  | { readonly field: 'password'; readonly fault: PasswordFault }
  | { readonly field: 'current'; readonly fault: 'current-wrong' | 'overloaded' };

/** Null: it is done. */
export type ChangeResult = ChangeFault | null;

export async function changeName(who: SessionClaims, typed: string): Promise<ChangeResult> {
  const name = parseDisplayName(typed);
  if (name === null) return { field: 'name', fault: 'name-empty' };
  await setName(who.learnerId, name);
  forgetChecked(who.learnerId, who.sessionId);
  return null;
}

export async function changeEmail(
  who: SessionClaims,
  typed: string,
  current: string,
  address: string,
): Promise<ChangeResult> {
  const parsed = parseLogin(typed);
  const none = typed.trim() === '';
  if (!none && typeof parsed === 'string') return { field: 'email', fault: parsed };
  const email = none || typeof parsed === 'string' ? null : parsed;
  if (email && email.kind !== 'email') return { field: 'email', fault: 'email-shape' };
  const account = await findAccountById(who.learnerId);
  // Who signs in by their address cannot be left without one.
  if (!account || (!email && account.login.includes('@'))) return { field: 'email', fault: 'login-empty' };
  const refused = await refuseCurrent(account, current, address);
  if (refused) return refused;
  try {
    if (!(await setEmail(account.id, email?.login ?? null))) return { field: 'email', fault: 'email-taken' };
    await endResetLinks(account.id);
    return null;
  } catch (error) {
    if (isUniqueViolation(error)) return { field: 'email', fault: 'email-taken' };
    throw error;
  }
}

/** Sets a new password; every other session ends. */
export async function changePassword(
  who: SessionClaims,
  typed: string,
  current: string,
  address: string,
): Promise<ChangeResult> {
  const account = await findAccountById(who.learnerId);
  if (!account) return { field: 'current', fault: 'current-wrong' };
  const password = parseNewPassword(typed, [account.login, account.name ?? '']);
  if (typeof password === 'string') return { field: 'password', fault: password };
  const refused = await refuseCurrent(account, current, address);
  if (refused) return refused;
  try {
    const passwordHash = await hashPassword(password.password);
    await transaction(async (client) => {
      await setPassword(client, account.id, passwordHash);
      await endResetLinks(account.id, client);
      for (const id of await revokeSessions(account.id, who.sessionId, client)) forgetChecked(account.id, id);
    });
    return null;
  } catch (error) {
    if (isOverloaded(error)) return { field: 'current', fault: 'overloaded' };
    throw error;
  }
}

/** Erases the account and everything kept about its learner. `before` is done when it is certain that it will be erased. */
export async function deleteAccount(
  who: SessionClaims,
  current: string,
  address: string,
  before: () => Promise<void> = async () => {},
): Promise<ChangeResult> {
  const account = await findAccountById(who.learnerId);
  if (!account) return null;
  const refused = await refuseCurrent(account, current, address);
  if (refused) return refused;
  await before();
  await eraseLearner(account.id);
  forgetChecked(who.learnerId, who.sessionId);
  return null;
}

/** Ends one session of this learner (another browser's, or this one). */
export async function endSession(who: SessionClaims, sessionId: string): Promise<void> {
  await revokeSession(who.learnerId, sessionId);
  forgetChecked(who.learnerId, sessionId);
}

/** Signs out everywhere, here too. */
export async function endAllSessions(who: SessionClaims): Promise<void> {
  for (const id of await revokeSessions(who.learnerId, null)) forgetChecked(who.learnerId, id);
}

/** Who holds only the cookie (a machine left alone) is not the owner: what cannot be undone asks for the password again. */
async function refuseCurrent(account: Account, typed: string, address: string): Promise<ChangeFault | null> {
  if (account.passwordHash === null) return null;
  const tries = { account: account.login, address };
  const within = await countTry('sign-in', tries);
  const prepared = preparePassword(typed);
  try {
    const right = await verifyPassword(prepared ?? '', within && prepared !== null ? account.passwordHash : null);
    if (!right) return { field: 'current', fault: 'current-wrong' };
    await forgetTries('sign-in', tries);
    return null;
  } catch (error) {
    if (isOverloaded(error)) return { field: 'current', fault: 'overloaded' };
    throw error;
  }
}
