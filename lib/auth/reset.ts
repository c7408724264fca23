import { type Entry, enter } from '@/lib/auth/enter';
import { findAccount, findAccountById } from '@/lib/auth/learner-store';
import { normalise, parseLogin } from '@/lib/auth/login';
import { type PasswordFault, parseNewPassword } from '@/lib/auth/password';
import { hashPassword, isOverloaded } from '@/lib/auth/password-hash';
import { findResetLink, spendResetLink } from '@/lib/auth/reset-link-store';
import { forgetChecked } from '@/lib/auth/session';
import { countTry, forgetTries } from '@/lib/auth/try-limit-store';
import type { Visit } from '@/lib/auth/visit';
import { addLinkMail } from '@/lib/mail/link-mail';
import { canSendMail } from '@/lib/mail/send-mail';
import type { Locale } from '@/lib/words/locale';

/** The address at which a new password is chosen. */
export function resetAddress(origin: string, locale: Locale, token: string): string {
  return `${origin}/${locale}/reset?token=${token}`;
}

/**
 * Mails a link, if there is such an account, it has an address, and mail is set up. Tells the caller nothing: the page says
 * the same in every case. The mail is a job that goes out after the answer, so that its sending cannot be timed.
 */
export async function requestReset(typed: string, visit: Visit, locale: Locale, ask = addLinkMail): Promise<void> {
  if (!canSendMail()) return;
  const parsed = parseLogin(typed);
  const within = await countTry('reset', { account: normalise(typed), address: visit.address });
  const account = typeof parsed === 'string' ? null : await findAccount(parsed);
  if (!within || !account?.email || account.suspendedAt) return;
  // Not waited for: whether there is such an account would show in the time that the answer takes.
  ask({ learnerId: account.id, letter: 'reset', locale }).catch((error: unknown) => {
    process.stderr.write(`A mail could not be asked for: ${error instanceof Error ? error.message : error}\n`);
  });
}

export type ResetResult =
  | { readonly kind: 'entered'; readonly entry: Entry }
  | { readonly kind: 'link-over' }
  | { readonly kind: 'overloaded' }
  | { readonly kind: 'faults'; readonly password: PasswordFault };

/** Sets a new password by a link and signs this browser in; every other session ends. */
export async function resetPassword(token: string, typed: string, visit: Visit): Promise<ResetResult> {
  const link = await findResetLink(token);
  const account = link && (await findAccountById(link.learnerId));
  if (!account || account.suspendedAt) return { kind: 'link-over' };
  const password = parseNewPassword(typed, [account.login, account.name ?? '']);
  if (typeof password === 'string') return { kind: 'faults', password };
  try {
    const spent = await spendResetLink(token, await hashPassword(password.password));
    if (!spent) return { kind: 'link-over' };
    for (const sessionId of spent.ended) forgetChecked(account.id, sessionId);
  } catch (error) {
    if (isOverloaded(error)) return { kind: 'overloaded' };
    throw error;
  }
  for (const login of [account.login, account.email]) {
    if (login) await forgetTries('sign-in', { account: login, address: visit.address });
  }
  return { kind: 'entered', entry: await enter(account, visit, false) };
}
