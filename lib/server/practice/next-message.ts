import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fieldValue } from '@/lib/labs/http/message';
import { type ParsedRequest, parseRequest } from '@/lib/labs/http/parse-message';
import type { Said } from '@/lib/practice/exchange';
import type { Held, Incoming } from './incoming';
import { wantedBy } from './wanted';

/** What the connections of a server share: what they hold, and the processor for reading again what came in pieces. */
export class Readers implements Held {
  bytes = 0;
  /** Messages that have begun and are not whole. */
  slow = 0;
}

/** All connections together may hold so much of messages that are not whole; whoever comes then waits elsewhere. */
const mostHeld = 64 * 1024 * 1024;
/** Reading again from the start costs. So many milliseconds of it a message has at once; then all that come slowly share a twentieth of the processor. */
const readingAtOnce = 5;
const share = 20;
const continues = Buffer.from('HTTP/1.1 100 Continue\r\n\r\n');

/** `over`: the connection ends. `too-much`: there is no room to hear it out. */
export type NextMessage = Said | 'over' | 'for-the-site' | 'too-much';

/** The next whole message, or one that is refused; what is cut short by its sender's silence or leaving is refused too. */
export async function nextMessage(
  incoming: Incoming,
  socket: Socket,
  readers: Readers,
  messageMs: number,
): Promise<NextMessage> {
  while (incoming.length === 0) if (!(await incoming.more())) return 'over';
  // Almost every message comes in one piece.
  const first = read(incoming, false);
  if (first.kind !== 'more') return first.next;
  readers.slow += 1;
  try {
    return await inPieces(first, incoming, socket, readers, messageMs);
  } finally {
    readers.slow -= 1;
  }
}

/** What reading gave: a message, or that more has to come: how many bytes at least, and what is known by now. `ms`: what it cost. */
type More = { readonly kind: 'more'; readonly missing: number; readonly parsed: ParsedRequest | null };
type Read = ({ readonly kind: 'next'; readonly next: NextMessage } | More) & {
  readonly ms: number;
  readonly received: number;
};

function read(incoming: Incoming, isLast: boolean): Read {
  const begin = performance.now();
  const { bytes, received } = incoming;
  const done = (next: NextMessage): Read => ({ kind: 'next', next, ms: 0, received });
  const wanted = wantedBy(bytes);
  if (wanted === 'site') return done('for-the-site');
  // Not even an address, and nothing to come: there is nobody to answer for.
  if (wanted === 'unclear' && isLast) return done('over');
  const parsed = wanted === 'practice' ? parseRequest(bytes, { closed: isLast }) : null;
  if (parsed && parsed.kind !== 'incomplete') return done({ bytes: spoken(bytes, parsed), parsed });
  const missing = parsed ? missingFrom(parsed, bytes.length) : 1;
  return { kind: 'more', missing, parsed, ms: performance.now() - begin, received };
}

async function inPieces(
  first: Read,
  incoming: Incoming,
  socket: Socket,
  readers: Readers,
  messageMs: number,
): Promise<NextMessage> {
  const deadline = performance.now() + messageMs;
  const left = () => Math.max(0, deadline - performance.now());
  let hasContinued = false;
  let spent = 0;
  for (let known = first; known.kind === 'more'; ) {
    if (readers.bytes > mostHeld) return 'too-much';
    if (!hasContinued && known.parsed && expectsContinue(known.parsed)) {
      hasContinued = true;
      socket.write(continues);
    }
    spent += known.ms;
    if (spent * readers.slow > readingAtOnce) {
      await sleep(Math.min(left(), spent * share * readers.slow), undefined, { ref: false });
      spent = 0;
    }
    while (incoming.received - known.received < known.missing && (await incoming.more(left())));
    const isLast = incoming.hasEnded || left() === 0;
    known = read(incoming, isLast);
    if (known.kind === 'next') return known.next;
    if (isLast) break;
  }
  return 'over';
}

/** How many bytes must come before reading again can tell more: all of the content, where its length is known. */
function missingFrom({ headComplete, framing, places: { content } }: ParsedRequest, length: number): number {
  if (!headComplete || framing.kind !== 'length' || !content) return 1;
  return Math.max(1, content.from + framing.length - length);
}

/** Of a message that is refused all that has come belongs to it: where the next would begin, nobody knows. */
function spoken(bytes: Buffer, { kind, end }: ParsedRequest): Buffer {
  return kind === 'complete' && end < bytes.length ? bytes.subarray(0, end) : bytes;
}

/** The sender wants to hear that somebody listens before it sends the content (RFC 9110 §10.1.1). */
function expectsContinue({ headComplete, message }: ParsedRequest): boolean {
  if (!headComplete || message?.version !== 'HTTP/1.1') return false;
  return fieldValue(message.fields, 'expect')?.toLowerCase() === '100-continue';
}
