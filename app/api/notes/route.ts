import { thisSession } from '@/lib/auth/this-request';
import { readNotes, submitNotes } from '@/lib/notes/submit-notes';
import { onlyOne } from '@/lib/only-one';
import { TokenBuckets } from '@/lib/server/token-bucket';

/** A page that is written in sends a change every second or so, of what was written till then. */
const noteLimit = () => onlyOne('note-limit', () => new TokenBuckets({ burst: 60, perMinute: 60 }));
const noStore = { 'cache-control': 'no-store' };

/** One's own notes: `?lesson=` for one lesson's. */
export async function GET(request: Request): Promise<Response> {
  const lesson = new URL(request.url).searchParams.get('lesson');
  const { status, body } = await readNotes(await thisSession(), lesson);
  return Response.json(body, { status, headers: noStore });
}

export async function PUT(request: Request): Promise<Response> {
  const session = await thisSession();
  const wait = session ? noteLimit().take(session.learnerId, 1, performance.now()) : 0;
  if (wait > 0) {
    const error = { code: 'too-many', message: `Expected a pause of ${wait} seconds between so many changes.` };
    return Response.json({ error }, { status: 429, headers: { ...noStore, 'retry-after': String(wait) } });
  }
  const { status, body } = await submitNotes(session, await request.json().catch(() => undefined));
  return Response.json(body, { status, headers: noStore });
}
