import { answersAddress } from '@/lib/auth/after-entry';
import { type CookieToSet, cookieValue } from '@/lib/auth/cookie';
import { enter } from '@/lib/auth/enter';
import { findExternal, insertExternal } from '@/lib/auth/external-store';
import { findAccountById } from '@/lib/auth/learner-store';
import { checkedSession, type SessionClaims } from '@/lib/auth/session';
import { isUniqueViolation } from '@/lib/auth/unique-violation';
import type { Visit } from '@/lib/auth/visit';
import { arrive } from '@/lib/lti/arrive';
import { digestOf } from '@/lib/lti/digest';
import { type Refused, refused } from '@/lib/lti/launch';
import { launchCookieName } from '@/lib/lti/launch-cookie';
import { findLaunch, type KeptLaunch, takeLaunch } from '@/lib/lti/launch-store';
import { externalProvider, type Platform } from '@/lib/lti/platform';
import { findPlatform } from '@/lib/lti/platform-store';
import { accountsOf } from '@/lib/lti/school-account-store';
import type { Locale } from '@/lib/words/locale';

/** A launch in its own window, and who is in that browser. */
export type Opened = {
  readonly kept: KeptLaunch;
  readonly platform: Platform;
  /** The account that belongs to who launched; null: none yet. */
  readonly ownerId: string | null;
  /** Who is signed in in this browser; a guest is nobody. */
  readonly present: SessionClaims | null;
  /** This browser began the launch itself, so nobody else's was slipped in. */
  readonly isBegunHere: boolean;
};

export type Entered = { readonly kind: 'entered'; readonly address: string; readonly cookies: readonly CookieToSet[] };

export async function openedLaunch(ticket: string, visit: Visit): Promise<Opened | null> {
  const kept = ticket.length > 100 ? null : await findLaunch(ticket);
  const platform = kept && (await findPlatform(kept.platformId));
  if (!kept || !platform) return null;
  const owner = await findExternal({ provider: externalProvider(platform), subject: kept.launch.subject });
  const session = await checkedSession(visit.cookieHeader);
  const state = cookieValue(visit.cookieHeader, launchCookieName());
  return {
    kept,
    platform,
    ownerId: owner?.learnerId ?? null,
    present: session && !session.guest ? session : null,
    isBegunHere: state !== undefined && digestOf(state) === kept.stateDigest,
  };
}

/**
 * Whether somebody must be asked before going in: another account is signed in here, or this browser cannot show that it began the launch (its
 * cookie was not kept inside the frame), so that the launch may be one that somebody else has sent.
 */
export function mustAsk({ kept, ownerId, present, isBegunHere }: Opened): boolean {
  if (kept.learnerId !== null) return false;
  if (present && present.learnerId === ownerId) return false;
  return present !== null || !isBegunHere;
}

/** Whose account it shall be: the one the school's system vouches for, or (while there is none) the one that is signed in here, connected for good. */
export type Choice = 'school' | 'mine';

export async function enterLaunch(
  opened: Opened,
  choice: Choice,
  ticket: string,
  visit: Visit,
  locale: Locale,
): Promise<Entered | Refused> {
  const learnerId = await accountFor(opened, choice);
  const account = learnerId === null ? null : await findAccountById(learnerId);
  if (!account || account.suspendedAt) return refused('shut-out');
  const { kept, present } = opened;
  const isHere = present?.learnerId === account.id;
  // Asked again by the same person, a reload say, the launch leads to the same place; to anybody else it is worth nothing.
  const isTheirs = kept.learnerId === account.id && isHere;
  if (!isTheirs && !(await takeLaunch(kept.id, account.id))) return refused('used-ticket');
  const entry = isHere ? null : await enter(account, visit, false);
  const who = { learnerId: account.id, role: account.role, guest: false };
  const arrival = await arrive(kept, who, locale);
  const address = arrival.kind === 'at' ? arrival.address : `/${locale}/lti/${ticket}`;
  return {
    kind: 'entered',
    address: entry?.asksAboutGuest ? answersAddress(locale, address) : address,
    cookies: entry?.cookies ?? [],
  };
}

async function accountFor({ kept, platform, ownerId, present }: Opened, choice: Choice): Promise<string | null> {
  const { subject, name } = kept.launch;
  if (choice === 'mine' && present && ownerId === null) {
    try {
      await insertExternal({ provider: externalProvider(platform), subject }, present.learnerId);
      return present.learnerId;
    } catch (error) {
      // Another window was quicker: theirs it is.
      if (!isUniqueViolation(error)) throw error;
    }
  }
  return (await accountsOf(platform, [{ subject, name }])).get(subject) ?? null;
}
