import { readSittingForm } from '@/lib/attempts/form-sitting';
import { openAssigned, openDoor } from '@/lib/attempts/submit-sitting';
import { ensureGuest } from '@/lib/auth/ensure-guest';
import { thisVisit } from '@/lib/auth/this-request';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { sittingLimit } from '@/lib/server/sitting-limit';
import { serverWords } from '@/lib/words/server';

/** "I know this" and "Begin" as plain forms: open the run and go to its page. */
export async function POST(request: Request): Promise<Response> {
  const sent = readSittingForm(await request.formData().catch(() => new FormData()));
  if (!sent)
    return Response.json({ error: { code: 'bad-shape', message: 'expected the form of a sitting' } }, { status: 400 });
  const { locale, of } = sent;
  const lesson = 'door' in of ? (await curriculum()).lessonById(of.door) : undefined;
  // Nobody becomes a guest by a form that asks about nothing.
  if ('door' in of && !lesson) return goTo(`/${locale}`);
  const { cookieHeader, userAgent } = await thisVisit();
  const { session, setCookie } = await ensureGuest(cookieHeader, userAgent);
  const wait = sittingLimit().take(session.learnerId, 1, performance.now());
  if (wait > 0) {
    const error = { code: 'too-many', message: serverWords[locale].refusals['too-many'] };
    return Response.json({ error }, { status: 429, headers: { 'retry-after': String(wait) } });
  }
  const opened = 'door' in of ? await openDoor(session, of.door) : await openAssigned(session, of.assignment);
  if (opened.kind === 'opened') return goTo(`/${locale}/sittings/${opened.read.sitting.id}`, setCookie);
  if (opened.why === 'sign-in')
    return goTo(`/${locale}/sign-in?callbackUrl=${encodeURIComponent(`/${locale}/assignments`)}`, setCookie);
  // The assignment's own line says why it cannot be begun.
  return goTo(lesson ? `/${locale}/learn/${lesson.id}` : `/${locale}/assignments`, setCookie);
}

function goTo(location: string, setCookie: string | null = null): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  if (setCookie) headers.set('set-cookie', setCookie);
  return new Response(null, { status: 303, headers });
}
