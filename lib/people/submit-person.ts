import { randomUUID } from 'node:crypto';
import { type Actor, audit } from '@/lib/audit/audit-store';
import { findAccountById, insertAccount } from '@/lib/auth/learner-store';
import { type LoginFault, parseDisplayName, parseLogin } from '@/lib/auth/login';
import { HANDED_MINUTES, insertResetLink } from '@/lib/auth/reset-link-store';
import type { Role } from '@/lib/auth/role';
import { forgetChecked } from '@/lib/auth/session';
import { siteOrigin } from '@/lib/auth/site-origin';
import { isUuid } from '@/lib/classes/class-for';
import { transaction } from '@/lib/db/transaction';
import { addLinkMail, type LinkMail } from '@/lib/mail/link-mail';
import { canSendMail } from '@/lib/mail/send-mail';
import type { PersonChange, PersonRefusal } from '@/lib/people/person';
import { changePersonRow } from '@/lib/people/person-change-store';
import type { Locale } from '@/lib/words/locale';

/** Undefined: it is done. */
export async function changePerson(
  personId: string,
  change: PersonChange,
  actor: Required<Actor>,
): Promise<PersonRefusal | undefined> {
  if (!isUuid(personId)) return 'no-person';
  const result = await changePersonRow({ ...change, personId }, actor);
  if (result.kind === 'refused') return result.why;
  for (const sessionId of result.ended) forgetChecked(personId, sessionId);
  return undefined;
}

/** A link with which somebody chooses a password: mailed to them, or to be handed over by whoever asked. */
export type LinkGiven =
  | { readonly kind: 'mailed'; readonly to: string }
  | { readonly kind: 'shown'; readonly address: string }
  | { readonly kind: 'refused'; readonly why: 'no-person' | 'suspended' };

export async function giveLink(
  personId: string,
  letter: LinkMail['letter'],
  locale: Locale,
  actor: Required<Actor>,
): Promise<LinkGiven> {
  const account = isUuid(personId) ? await findAccountById(personId) : null;
  if (!account) return { kind: 'refused', why: 'no-person' };
  if (account.suspendedAt) return { kind: 'refused', why: 'suspended' };
  const { email } = account;
  const isMailed = canSendMail() && email !== null;
  await transaction(async (client) => {
    await audit({ actor, action: 'reset-link-made', subject: account.id, detail: { mailed: isMailed } }, client);
    if (isMailed) await addLinkMail({ learnerId: account.id, letter, locale }, client);
  });
  if (isMailed) return { kind: 'mailed', to: email };
  const token = await insertResetLink(account.id, HANDED_MINUTES);
  return { kind: 'shown', address: `${siteOrigin()}/${locale}/reset?token=${token}` };
}

export type NewPerson = { readonly login: string; readonly name: string; readonly role: Role };
export type PersonMade =
  | { readonly kind: 'made'; readonly id: string; readonly link: LinkGiven }
  | { readonly kind: 'faults'; readonly login?: LoginFault | 'login-taken'; readonly name?: 'name-empty' };

/** Makes an account for somebody, who chooses the password by a link. */
export async function makePerson(given: NewPerson, locale: Locale, actor: Required<Actor>): Promise<PersonMade> {
  const login = parseLogin(given.login);
  const name = parseDisplayName(given.name);
  if (typeof login === 'string' || name === null)
    return {
      kind: 'faults',
      ...(typeof login === 'string' ? { login } : {}),
      ...(name === null ? { name: 'name-empty' as const } : {}),
    };
  const id = randomUUID();
  const email = login.kind === 'email' ? login.login : null;
  const isMade = await transaction(async (client) => {
    const account = { id, login: login.login, email, name, passwordHash: null, role: given.role };
    if (!(await insertAccount(client, account))) return false;
    await audit({ actor, action: 'person-made', subject: id, detail: { role: given.role } }, client);
    return true;
  });
  if (!isMade) return { kind: 'faults', login: 'login-taken' };
  return { kind: 'made', id, link: await giveLink(id, 'invite', locale, actor) };
}
