import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { type CookieToSet, cookieOptions } from '@/lib/auth/cookie';
import { checkedSession, type SessionClaims } from '@/lib/auth/session';
import type { Visit } from '@/lib/auth/visit';

/** The request that Next is answering at this moment. */
export async function thisVisit(): Promise<Visit> {
  const sent = await headers();
  return {
    cookieHeader: sent.get('cookie') ?? undefined,
    userAgent: sent.get('user-agent') ?? '',
    // Written by the front door; what the visitor sent under this name was thrown away there.
    address: sent.get('x-forwarded-for') ?? '',
  };
}

/** Who is asking, as the database knows it. Pages and actions each ask; a layout is not a lock. */
export async function thisSession(): Promise<SessionClaims | null> {
  const { cookieHeader } = await thisVisit();
  return checkedSession(cookieHeader);
}

/** In an action or a route only: a page cannot set cookies. */
export async function setCookies(list: readonly CookieToSet[]): Promise<void> {
  const jar = await cookies();
  for (const { name, value, maxAge } of list) {
    jar.set(name, value, { ...cookieOptions(), ...(maxAge === null ? {} : { maxAge }) });
  }
}

/**
 * Ends an action by going elsewhere as a new page: what the header and the islands know about the learner is read anew.
 * With scripts the form does it (`goTo`), without them the answer is a redirect.
 */
export async function goTo(path: string): Promise<{ goTo: string }> {
  if (!(await isActing())) redirect(path);
  return { goTo: path };
}

/**
 * For a page that has nothing to show to this reader. Next draws the page of an action once more with the action's answer;
 * if the action is why there is nothing to show, this returns, and the page goes `Onward` to where the action goes.
 */
export async function redirectUnlessActing(path: string): Promise<void> {
  if (!(await isActing())) redirect(path);
}

/** Whether a form with scripts is being answered: the page is drawn once more with the answer. */
export async function isActing(): Promise<boolean> {
  return (await headers()).has('next-action');
}
