import { formAnswerId, readFormAnswer } from '@/lib/attempts/form-answer';
import { submitAnswers } from '@/lib/attempts/submit-answers';
import { ensureGuest } from '@/lib/auth/ensure-guest';
import { thisVisit } from '@/lib/auth/this-request';

/** An answer from a plain form. Ends on the attempt, or back at the question when there is nothing to store. */
export async function POST(request: Request): Promise<Response> {
  const sent = readFormAnswer(await request.formData());
  if (!sent)
    return Response.json({ error: { code: 'bad-shape', message: 'expected the form of a question' } }, { status: 400 });
  const { cookieHeader, userAgent } = await thisVisit();
  const { session, setCookie } = await ensureGuest(cookieHeader, userAgent);
  const { item, version, response, locale } = sent;
  const id = formAnswerId(session.learnerId, sent);
  const reply = await submitAnswers(session, { answers: [{ id, item, version, response, seq: 0 }] });
  if (reply.status !== 200) return Response.json(reply.body, { status: reply.status });
  const isStored = ['scored', 'deferred', 'received'].includes(reply.body.results[0]?.status ?? '');
  const headers = new Headers({
    location: isStored ? `/${locale}/attempts/${id}` : questionAddress(locale, item),
    'cache-control': 'no-store',
  });
  if (setCookie) headers.set('set-cookie', setCookie);
  return new Response(null, { status: 303, headers });
}

/** `tcp-tls/handshakes/syn` → `/en/learn/tcp-tls/handshakes#syn`. Of anything else, the home page: nobody is sent elsewhere. */
function questionAddress(locale: string, item: string): string {
  const [, path, lesson, question] = /^([a-z0-9-]+)\/([a-z0-9-]+)\/([a-z0-9-]+)$/.exec(item) ?? [];
  return path ? `/${locale}/learn/${path}/${lesson}#${question}` : `/${locale}`;
}
