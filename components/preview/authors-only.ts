import { notFound, redirect } from 'next/navigation';
import { mayPreview } from '@/lib/access/preview';
import type { SessionClaims } from '@/lib/auth/session-token';
import { thisSession } from '@/lib/auth/this-request';
import { isWorkshop } from '@/lib/preview/workshop';
import { isLocale, type Locale } from '@/lib/words/locale';

/**
 * Who is looking at a page for authors. Whoever is not signed in may do so first; for anybody else there is no such page. `path` is the
 * page's address after the language, whether or not there is anything at it.
 */
export async function authorsOnly(
  params: { locale: string },
  path: string,
): Promise<{ locale: Locale; session: SessionClaims | null }> {
  const { locale } = params;
  if (!isLocale(locale)) notFound();
  const session = await thisSession();
  if (mayPreview(session, { isWorkshop: await isWorkshop() })) return { locale, session };
  if (!session || session.guest) redirect(`/${locale}/sign-in?callbackUrl=${encodeURIComponent(`/${locale}${path}`)}`);
  notFound();
}
