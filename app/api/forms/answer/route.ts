import { formAnswerId, readFormAnswer } from '@/lib/attempts/form-answer';
import { isKnownTo } from '@/lib/attempts/known-item';
import { submitAnswers } from '@/lib/attempts/submit-answers';
import { ensureGuest } from '@/lib/auth/ensure-guest';
import { thisSession, thisVisit } from '@/lib/auth/this-request';
import { answerLimit } from '@/lib/server/answer-limit';
import type { Locale } from '@/lib/words/locale';
import { serverWords } from '@/lib/words/server';

/** An answer from a plain form. Ends on the attempt, or back at the question when there is nothing to store. */
export async function POST(request: Request): Promise<Response> {
  const sent = readFormAnswer(await request.formData().catch(() => new FormData()));
  if (!sent)
    return Response.json({ error: { code: 'bad-shape', message: 'expected the form of a question' } }, { status: 400 });
  // Nobody becomes a guest by a form that asks about nothing.
  const known = await thisSession();
  if (!(await isKnownTo(known?.learnerId ?? null, sent.item))) return back(sent);
  const { cookieHeader, userAgent } = await thisVisit();
  const { session, setCookie } = await ensureGuest(cookieHeader, userAgent);
  const { locale, ...answer } = sent;
  const { item, sitting } = answer;
  const id = formAnswerId(session.learnerId, sent);
  const wait = answerLimit().secondsToWait(session.learnerId, [id], performance.now());
  if (wait > 0) return tooMany(sent.locale, wait);
  const reply = await submitAnswers(session, { answers: [{ id, ...answer, seq: 0 }] });
  if (reply.status !== 200) return Response.json(reply.body, { status: reply.status });
  const isStored = ['scored', 'deferred', 'received'].includes(reply.body.results[0]?.status ?? '');
  const headers = new Headers({
    location: sitting
      ? sittingAddress(locale, sitting, item)
      : isStored
        ? `/${locale}/attempts/${id}`
        : questionAddress(locale, item),
    'cache-control': 'no-store',
  });
  if (setCookie) headers.set('set-cookie', setCookie);
  return new Response(null, { status: 303, headers });
}

function back({ locale, item }: { locale: Locale; item: string }): Response {
  return new Response(null, { status: 303, headers: { location: questionAddress(locale, item) } });
}

function tooMany(locale: Locale, seconds: number): Response {
  const error = { code: 'too-many', message: serverWords[locale].refusals['too-many'] };
  return Response.json({ error }, { status: 429, headers: { 'retry-after': String(seconds) } });
}

/** Back to the run, at the question that was answered. */
function sittingAddress(locale: string, sitting: string, item: string): string {
  const question = /[a-z0-9-]+$/.exec(item)?.[0] ?? '';
  return /^[0-9a-f-]{36}$/.test(sitting) ? `/${locale}/sittings/${sitting}#${question}` : `/${locale}`;
}

/** `tcp-tls/handshakes/syn` → `/en/learn/tcp-tls/handshakes#syn`. Of anything else, the home page: nobody is sent elsewhere. */
function questionAddress(locale: string, item: string): string {
  const [, path, lesson, question] = /^([a-z0-9-]+)\/([a-z0-9-]+)\/([a-z0-9-]+)$/.exec(item) ?? [];
  return path ? `/${locale}/learn/${path}/${lesson}#${question}` : `/${locale}`;
}
