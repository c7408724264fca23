import { type Entry, enter } from '@/lib/auth/enter';
import { type ExternalId, findExternal, insertExternal } from '@/lib/auth/external-store';
import { findAccountById } from '@/lib/auth/learner-store';
import { parseDisplayName } from '@/lib/auth/login';
import { checkedSession } from '@/lib/auth/session';
import { create } from '@/lib/auth/sign-up';
import type { Visit } from '@/lib/auth/visit';
import { settings } from '@/lib/settings/setting-store';

/**
 * Signs in whom another place (OIDC, GitHub) has vouched for: the account it is connected to; else it is connected to the
 * account that is signed in; else it becomes a new account, on a guest's browser the guest's. Null: two sign-ins raced, the account is
 * suspended, or nobody makes an account by themselves here.
 */
export async function externalSignIn(external: ExternalId, name: string, visit: Visit): Promise<Entry | null> {
  const known = await findExternal(external);
  const account = known && (await findAccountById(known.learnerId));
  if (account) return account.suspendedAt ? null : enter(account, visit, false);
  const present = await checkedSession(visit.cookieHeader);
  if (present && !present.guest) {
    const owner = await findAccountById(present.learnerId);
    if (!owner) return null;
    await insertExternal(external, owner.id);
    return enter(owner, visit, present.forgetOnLeave ?? false);
  }
  if ((await settings()).signUp === 'closed') return null;
  // A colon is in no name that can be typed: this login cannot be signed in to by a password, nor taken before.
  const login = `${external.provider}:${external.subject}`;
  return create(
    { login, email: null, name: parseDisplayName(name) ?? login, passwordHash: null, role: 'learner' },
    visit,
    false,
    (client, id) => insertExternal(external, id, client),
  );
}
