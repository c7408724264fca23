import { ensureGuest } from '@/lib/auth/ensure-guest';
import { thisVisit } from '@/lib/auth/this-request';

/** Makes this browser a guest, unless it is one or is signed in. */
export async function POST(): Promise<Response> {
  const { cookieHeader, userAgent } = await thisVisit();
  const { session, setCookie } = await ensureGuest(cookieHeader, userAgent);
  const headers = new Headers({ 'cache-control': 'no-store' });
  if (setCookie) headers.set('set-cookie', setCookie);
  return Response.json({ id: session.learnerId, guest: session.guest }, { status: setCookie ? 201 : 200, headers });
}
