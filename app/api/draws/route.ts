import { submitDraw } from '@/lib/attempts/submit-draws';
import { thisSession } from '@/lib/auth/this-request';
import { drawLimit } from '@/lib/server/draw-limit';

/** Numbers for a variant. */
export async function POST(request: Request): Promise<Response> {
  const session = await thisSession();
  const wait = session ? drawLimit().take(session.learnerId, 1, performance.now()) : 0;
  const noStore = { 'cache-control': 'no-store' };
  if (wait > 0) {
    const error = { code: 'too-many', message: `Expected a pause of ${wait} seconds between so many draws.` };
    return Response.json({ error }, { status: 429, headers: { ...noStore, 'retry-after': String(wait) } });
  }
  const { status, body } = await submitDraw(session, await request.json().catch(() => undefined));
  return Response.json(body, { status, headers: noStore });
}
