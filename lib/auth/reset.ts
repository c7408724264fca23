import { type Entry, enter } from '@/lib/auth/enter';
import { type Account, findAccount, findAccountById } from '@/lib/auth/learner-store';
import { normalise, parseLogin } from '@/lib/auth/login';
import { canSendMail, sendMail } from '@/lib/auth/mail';
import { type PasswordFault, parseNewPassword } from '@/lib/auth/password';
import { hashPassword, isOverloaded } from '@/lib/auth/password-hash';
import { findResetLink, insertResetLink, MAILED_MINUTES, spendResetLink } from '@/lib/auth/reset-link-store';
import { forgetChecked } from '@/lib/auth/session';
import { siteOrigin } from '@/lib/auth/site-origin';
import { countTry, forgetTries } from '@/lib/auth/try-limit-store';
import type { Visit } from '@/lib/auth/visit';
import { accountWords } from '@/lib/words/account';
import type { Locale } from '@/lib/words/locale';

/** The address at which a new password is chosen. */
export function resetAddress(origin: string, locale: Locale, token: string): string {
  return `${origin}/${locale}/reset?token=${token}`;
}

/**
 * Mails a link, if there is such an account, it has an address, and mail is set up. Tells the caller nothing: the page says
 * the same in every case. The mail goes out after the answer, so that its sending cannot be timed.
 */
export async function requestReset(typed: string, visit: Visit, locale: Locale, deliver = mailLink): Promise<void> {
  if (!canSendMail()) return;
  const parsed = parseLogin(typed);
  const within = await countTry('reset', { account: normalise(typed), address: visit.address });
  const account = typeof parsed === 'string' ? null : await findAccount(parsed);
  if (!within || !account?.email) return;
  void deliver(account, account.email, locale);
}

async function mailLink(account: Account, email: string, locale: Locale): Promise<void> {
  const words = accountWords[locale].mail;
  const link = resetAddress(siteOrigin(), locale, await insertResetLink(account.id, MAILED_MINUTES));
  await sendMail({ to: email, subject: words.subject, text: words.text(account.name ?? account.login, link) });
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
  if (!account) return { kind: 'link-over' };
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
