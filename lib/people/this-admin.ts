import { notFound } from 'next/navigation';
import { holds } from '@/lib/access/access';
import type { Actor } from '@/lib/audit/audit-store';
import { findAccountById } from '@/lib/auth/learner-store';
import type { SessionClaims } from '@/lib/auth/session-token';
import { thisSession } from '@/lib/auth/this-request';

export type ThisAdmin = { readonly session: SessionClaims; readonly actor: Required<Actor> };

/** For pages and actions of the administration: who runs the site, or the page that is not found. Nobody else is told that there is one. */
export async function thisAdmin(): Promise<ThisAdmin> {
  const session = await thisSession();
  const account = session && holds(session, 'administer:site:any') && (await findAccountById(session.learnerId));
  if (!session || !account) notFound();
  return { session, actor: { id: account.id, name: account.login } };
}
