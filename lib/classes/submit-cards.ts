import { randomInt } from 'node:crypto';
import type { Actor } from '@/lib/audit/audit-store';
import { findAccount } from '@/lib/auth/learner-store';
import { normalise, parseLogin } from '@/lib/auth/login';
import { findResetLink } from '@/lib/auth/reset-link-store';
import type { Role } from '@/lib/auth/role';
import { countTry } from '@/lib/auth/try-limit-store';
import { CARD_MINUTES, type Card, cardToken, newCardCode, readCardCode } from '@/lib/classes/card';
import { storeCards } from '@/lib/classes/card-store';
import type { Classroom } from '@/lib/classes/classroom';
import { type CardRefusal, refusesCard } from '@/lib/classes/may-hand-card';
import { type Member, membersAmong } from '@/lib/classes/roster-store';
import { canSendMail } from '@/lib/mail/send-mail';

/** Sheets of eight: as many as are cut in one evening. */
export const MOST_CARDS = 400;

export type CardChoice = { readonly member: Member; readonly refusal: CardRefusal | undefined };

export function cardChoices(members: readonly Member[], siteRole: Role): CardChoice[] {
  const hasMail = canSendMail();
  return members.map((member) => ({ member, refusal: refusesCard(member, { siteRole, hasMail }) }));
}

/**
 * New cards for those of them who may have one; older cards and links of theirs end. The codes are told here and never again. None are made
 * where names are hidden: a card names its learner.
 */
export async function makeCards(
  classroom: Classroom,
  learnerIds: readonly string[],
  by: { readonly actor: Actor; readonly siteRole: Role },
): Promise<Card[]> {
  if (classroom.isPseudonymous) return [];
  const members = await membersAmong(classroom.id, learnerIds.slice(0, MOST_CARDS));
  const chosen = cardChoices(members, by.siteRole).flatMap(({ member, refusal }) => (refusal ? [] : [member]));
  const codes = chosen.map(() => newCardCode(randomInt));
  const links = chosen.map(({ learnerId }, at) => ({ learnerId, token: cardToken(learnerId, codes[at] ?? '') }));
  const logins = await storeCards(classroom.id, links, CARD_MINUTES, by.actor);
  return chosen.map(({ learnerId, name }, at) => ({
    learnerId,
    name: name ?? '',
    login: logins.get(learnerId) ?? '',
    code: codes[at] ?? '',
  }));
}

/** The token that a card's code stands for, while it can be used. Unknown login, wrong code, used card: one answer. */
export async function openCard(
  typed: { readonly login: string; readonly code: string },
  address: string,
): Promise<{ kind: 'open'; token: string } | { kind: 'wrong' | 'limited' }> {
  if (!(await countTry('card', { account: normalise(typed.login), address }))) return { kind: 'limited' };
  const login = parseLogin(typed.login);
  const code = readCardCode(typed.code);
  const account = typeof login === 'string' ? null : await findAccount(login);
  const token = cardToken(account?.id ?? 'nobody', code ?? 'none');
  return (await findResetLink(token)) && account ? { kind: 'open', token } : { kind: 'wrong' };
}
