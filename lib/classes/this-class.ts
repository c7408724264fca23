import { notFound, redirect } from 'next/navigation';
import type { ClassPermission } from '@/lib/access/class-access';
import type { SessionClaims } from '@/lib/auth/session-token';
import { thisSession } from '@/lib/auth/this-request';
import { classFor } from '@/lib/classes/class-for';
import type { ClassSeen } from '@/lib/classes/classroom';
import type { Locale } from '@/lib/words/locale';

export type ThisClass = ClassSeen & { readonly session: SessionClaims };

/** For a page: the class, or the way to sign in (nobody is signed in), or the page that is not found (everyone else). */
export async function thisClass(
  classId: string,
  permission: ClassPermission,
  here: { readonly locale: Locale; readonly path: string },
): Promise<ThisClass> {
  const session = await thisSession();
  const address = `/${here.locale}${here.path}`;
  if (!session || session.guest) redirect(`/${here.locale}/sign-in?callbackUrl=${encodeURIComponent(address)}`);
  const seen = await classFor(session, classId, permission);
  if (!seen) notFound();
  return { ...seen, session };
}

/** For an action or an endpoint: the class, or undefined, which is answered like an address that does not exist. */
export async function actingClass(classId: string, permission: ClassPermission): Promise<ThisClass | undefined> {
  const session = await thisSession();
  const seen = await classFor(session, classId, permission);
  return seen && session ? { ...seen, session } : undefined;
}
