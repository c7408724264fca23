import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SessionClaims } from '@/lib/auth/session-token';
import { classFor } from '@/lib/classes/class-for';
import type { LiveRooms } from '@/lib/live/live-rooms';
import type { Audience } from '@/lib/live/room-event';
import type { Screen } from '@/lib/live/screen';
import { onlyOne } from '@/lib/only-one';
import { refuse } from '@/lib/server/refuse';
import { TokenBuckets } from '@/lib/server/token-bucket';

/** Proxies close a connection on which nothing is said for a minute; browsers do not notice one that is dead. */
const heartbeatMs = 15_000;

/** Somebody whose network comes and goes connects often; a page that connects in a loop is broken. */
const connects = () => onlyOne('room-connects', () => new TokenBuckets({ burst: 30, perMinute: 60 }));

type Asked = { readonly classId: string; readonly query: string; readonly session: SessionClaims | null };

/**
 * What happens in the room of a class, as server-sent events. Staff are told everything; a learner what the whole class is told, and of their
 * own hand. Whoever may not know of the class is told that nothing is here.
 */
export async function openRoomStream(
  { classId, query, session }: Asked,
  rooms: LiveRooms,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET') return refuse(request, response, 405, 'method', { Allow: 'GET' });
  const asked = new URLSearchParams(query);
  const audience = await audienceOf(session, classId, asked.get('side'));
  if (!session || !audience) return refuse(request, response, 404, 'not-found');
  const wait = connects().take(session.learnerId, 1, performance.now());
  if (wait > 0) return refuse(request, response, 429, 'too-many', { 'Retry-After': String(wait) });
  const refusal = rooms.refusal(session.learnerId);
  if (refusal === 'too-many') return refuse(request, response, 429, 'too-many', { 'Retry-After': '10' });
  if (refusal === 'full') return refuse(request, response, 503, 'starting', { 'Retry-After': '2' });

  const { learnerId, sessionId } = session;
  const screen = screenOn(response, { learnerId, sessionId, classId: classId.toLowerCase(), audience }, () =>
    rooms.caughtUp(screen),
  );
  response.once('close', () => rooms.remove(screen));
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    // Said to proxies that would gather what they pass on.
    'X-Accel-Buffering': 'no',
  });
  request.socket.setNoDelay(true);
  // Not all at the same moment, when a process has gone.
  response.write(`retry: ${1_000 + Math.floor(Math.random() * 1_500)}\n\n`);
  await rooms.add(screen, lastTold(request, asked));
}

/** What this person may see here: the staff's side if they run rooms and do not ask for the other, else the learners'. */
async function audienceOf(
  session: SessionClaims | null,
  classId: string,
  side: string | null,
): Promise<Audience | undefined> {
  if (!session || (side !== null && side !== 'staff' && side !== 'learner')) return undefined;
  if (side !== 'learner' && (await classFor(session, classId, 'run:room'))) return { side: 'staff' };
  if (side !== 'staff' && (await classFor(session, classId, 'attend:class')))
    return { side: 'learner', learnerId: session.learnerId };
  return undefined;
}

/** The browser's own header counts further than the address the page was first opened with. */
function lastTold(request: IncomingMessage, asked: URLSearchParams): number | undefined {
  const header = request.headers['last-event-id'];
  for (const text of [typeof header === 'string' ? header : null, asked.get('since')])
    if (text !== null && /^\d{1,9}$/.test(text)) return Number(text);
  return undefined;
}

function screenOn(
  response: ServerResponse,
  holder: Pick<Screen, 'learnerId' | 'sessionId' | 'classId' | 'audience'>,
  caughtUp: () => void,
): Screen {
  const write = (text: string) => {
    if (response.destroyed || response.writableEnded) return;
    if (!response.write(text)) screen.behindSince ??= performance.now();
  };
  const screen: Screen = {
    ...holder,
    seq: 0,
    behindSince: null,
    write,
    end: () => {
      // A reader that takes nothing would keep the end waiting.
      if (screen.behindSince !== null) response.destroy();
      else response.end();
    },
  };
  response.on('drain', () => {
    screen.behindSince = null;
    caughtUp();
  });
  const heart = setInterval(() => {
    if (screen.behindSince === null) write(':\n\n');
  }, heartbeatMs);
  response.once('close', () => clearInterval(heart));
  return screen;
}
