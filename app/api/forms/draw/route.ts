import { isKnownTo } from '@/lib/attempts/known-item';
import { submitDraw } from '@/lib/attempts/submit-draws';
import { ensureGuest } from '@/lib/auth/ensure-guest';
import { thisVisit } from '@/lib/auth/this-request';
import { drawLimit } from '@/lib/server/draw-limit';
import { isLocale } from '@/lib/words/locale';
import { serverWords } from '@/lib/words/server';

/** "Get my numbers" without scripts: makes the guest if there is none, and ends on the question with its numbers. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => new FormData());
  const item = String(form.get('item') ?? '');
  const said = String(form.get('locale') ?? '');
  const locale = isLocale(said) ? said : 'en';
  // Nobody becomes a guest by a form that asks about nothing.
  if (!(await isKnownTo(null, item))) return to(`/${locale}`);
  const { cookieHeader, userAgent } = await thisVisit();
  const { session, setCookie } = await ensureGuest(cookieHeader, userAgent);
  const wait = drawLimit().take(session.learnerId, 1, performance.now());
  if (wait > 0) {
    const error = { code: 'too-many', message: serverWords[locale].refusals['too-many'] };
    return Response.json({ error }, { status: 429, headers: { 'retry-after': String(wait) } });
  }
  const reply = await submitDraw(session, { item });
  if (reply.status === 503) return Response.json(reply.body, { status: 503, headers: { 'retry-after': '2' } });
  return to(reply.status === 200 ? `/${locale}/draws/${reply.body.draw}` : `/${locale}`, setCookie);
}

function to(location: string, setCookie: string | null = null): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  if (setCookie) headers.set('set-cookie', setCookie);
  return new Response(null, { status: 303, headers });
}
