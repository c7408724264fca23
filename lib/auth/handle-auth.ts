import { cookies } from 'next/headers';
import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { answersAddress } from '@/lib/auth/after-entry';
import { authOptions } from '@/lib/auth/auth-options';
import { cookieName, cookieOptions, setCookieHeader } from '@/lib/auth/cookie';
import type { Entry } from '@/lib/auth/enter';
import type { Visit } from '@/lib/auth/visit';
import { env } from '@/lib/env';
import type { Locale } from '@/lib/words/locale';

type Call = { readonly request: NextRequest; readonly path: string[]; readonly visit: Visit; readonly locale: Locale };

/** Everything under /api/auth: next-auth, and what belongs to us around it. */
export async function handleAuth({ request, path, visit, locale }: Call): Promise<Response> {
  nameTheSite();
  let entry: Entry | null = null;
  const options = authOptions(visit, locale, (came) => {
    entry = came;
  });
  const run = (to: NextRequest, nextauth: string[]): Promise<Response> =>
    NextAuth(to, { params: Promise.resolve({ nextauth }) }, options);
  const [action] = path;
  const asked = request.method === 'POST' && action === 'signin' ? await withCsrf(request, run) : request;
  const response = await run(asked, path);
  // next-auth would lengthen the cookie on every look and make one that ends with the browser permanent; renewSession does it.
  if (action === 'session') response.headers.delete('set-cookie');
  return entry
    ? withEntry(response, entry, locale)
    : leadsToSignIn(response, locale)
      ? withOwnCallback(response)
      : response;
}

/** A guest's answers wait in a cookie, and the next page asks whose they are. */
function withEntry(response: Response, entry: Entry, locale: Locale): Response {
  for (const cookie of entry.cookies) {
    if (cookie.name !== cookieName('session')) response.headers.append('set-cookie', setCookieHeader(cookie));
  }
  const to = response.headers.get('location');
  if (entry.asksAboutGuest && to) {
    const { origin, pathname, search } = new URL(to);
    response.headers.set('location', origin + answersAddress(locale, pathname + search));
  }
  return response;
}

function leadsToSignIn(response: Response, locale: Locale): boolean {
  return response.headers.get('location')?.startsWith(`/${locale}/sign-in?`) ?? false;
}

/** next-auth names the way back as a whole address (of this site: its `redirect` has seen to that); our pages take paths only. */
function withOwnCallback(response: Response): Response {
  const [page, query] = response.headers.get('location')?.split('?') ?? [];
  const asked = new URLSearchParams(query);
  const back = asked.get('callbackUrl');
  if (page && back && URL.canParse(back)) {
    const { pathname, search, hash } = new URL(back);
    asked.set('callbackUrl', pathname + search + hash);
    response.headers.set('location', `${page}?${asked}`);
  }
  return response;
}

/**
 * A plain form that starts a sign-in elsewhere cannot carry next-auth's token, because a page cannot set its cookie.
 * The front door has checked the Origin, which is the stronger proof, so the token is fetched here and put in.
 */
async function withCsrf(
  request: NextRequest,
  run: (to: NextRequest, path: string[]) => Promise<Response>,
): Promise<NextRequest> {
  const made = await run(new NextRequest(new URL('/api/auth/csrf', request.url)), ['csrf']);
  const { csrfToken } = await made.json();
  const name = cookieName('csrf');
  const set = made.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`));
  const value = set?.slice(name.length + 1).split(';')[0];
  if (value) (await cookies()).set(name, decodeURIComponent(value), cookieOptions());
  const form = new URLSearchParams(await request.text());
  form.set('csrfToken', String(csrfToken));
  return new NextRequest(request.url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  });
}

/** next-auth reads where it is from the environment. Without PUBLIC_URL it may believe the host: the door has set that. */
function nameTheSite(): void {
  const { PUBLIC_URL } = env();
  if (PUBLIC_URL) process.env.NEXTAUTH_URL = PUBLIC_URL;
  else process.env.AUTH_TRUST_HOST ??= '1';
}
