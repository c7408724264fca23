import type { Socket } from 'node:net';
import { fieldValue } from '@/lib/labs/http/message';
import { type ParsedRequest, parseRequest } from '@/lib/labs/http/parse-message';
import type { Answer, Piece, Said } from '@/lib/practice/exchange';
import { wantedBy } from './wanted';

export type ConversationParts = {
  /** Answers one message. What it throws ends the connection. */
  readonly answer: (said: Said, socket: Socket) => Promise<Answer>;
  /** Told of each answer that has gone out. */
  readonly told?: (said: Said, answer: Answer, ms: number) => void;
  readonly failed: (error: unknown) => void;
  /** A message has to be whole by then. */
  readonly messageMs?: number;
  /** Between two messages; as long as the door keeps its own connections. */
  readonly idleMs?: number;
};

/** Reading again from the start costs: so often at once, then only in pauses of the sender. */
const readingsAtOnce = 64;
const pauseMs = 10;
const continues = Buffer.from('HTTP/1.1 100 Continue\r\n\r\n');

/**
 * Speaks HTTP/1.1 with one connection, byte for byte: reads message after message, answers each before the next is read (RFC 9112 §9.3.2),
 * and hands the connection back when a message is for somebody else. The reader is the lab's own, so that a fault is told at its byte.
 */
export async function converse(
  socket: Socket,
  read: Buffer,
  handBack: (rest: Buffer) => void,
  parts: ConversationParts,
): Promise<void> {
  const { answer, told, failed, messageMs = 30_000, idleMs = 65_000 } = parts;
  const incoming = new Incoming(socket, read);
  try {
    for (;;) {
      const said = await nextMessage(incoming, socket, { messageMs, idleMs });
      if (said === 'over') break;
      if (said === 'for-the-site') {
        incoming.stop();
        handBack(incoming.take());
        return;
      }
      const begin = performance.now();
      const answered = await answer(said, socket);
      if (!(await send(socket, answered.pieces))) break;
      told?.(said, answered, performance.now() - begin);
      // After a fault nobody knows where the next message begins.
      if (answered.closes || said.parsed.kind !== 'complete') break;
      incoming.drop(said.parsed.end);
    }
    socket.end();
    // What the peer still sends is read and forgotten, so that it sees the answer and not a reset (RFC 9112 §9.6).
    incoming.forget();
  } catch (error) {
    if (!socket.destroyed) failed(error);
    socket.destroy();
  }
}

type Patience = { readonly messageMs: number; readonly idleMs: number };

/** The next whole message, or one that is refused; what is cut short by its sender's silence or leaving is refused too. */
async function nextMessage(
  incoming: Incoming,
  socket: Socket,
  patience: Patience,
): Promise<Said | 'over' | 'for-the-site'> {
  while (incoming.bytes.length === 0) {
    if (incoming.hasEnded || !(await incoming.more(patience.idleMs))) return 'over';
  }
  const deadline = performance.now() + patience.messageMs;
  const more = () => incoming.more(Math.max(1, deadline - performance.now()));
  const isLast = () => incoming.hasEnded || performance.now() >= deadline;
  for (let wanted = wantedBy(incoming.bytes); wanted !== 'practice'; wanted = wantedBy(incoming.bytes)) {
    if (wanted === 'site') return 'for-the-site';
    // Not even an address: there is nobody to answer for.
    if (isLast()) return 'over';
    await more();
  }
  let hasContinued = false;
  for (let readings = 0; ; readings += 1) {
    const { bytes } = incoming;
    const parsed = parseRequest(bytes, { closed: isLast() });
    if (parsed.kind !== 'incomplete') return { bytes: spoken(bytes, parsed), parsed };
    if (!hasContinued && expectsContinue(parsed)) {
      hasContinued = true;
      socket.write(continues);
    }
    if (readings > readingsAtOnce) await incoming.more(pauseMs, true);
    await more();
  }
}

/** Of a message that is refused all that has come belongs to it: where the next would begin, nobody knows. */
function spoken(bytes: Buffer, { kind, end }: ParsedRequest): Buffer {
  return kind === 'complete' ? bytes.subarray(0, end) : bytes;
}

/** The sender wants to hear that somebody listens before it sends the content (RFC 9110 §10.1.1). */
function expectsContinue({ headComplete, message }: ParsedRequest): boolean {
  if (!headComplete || message?.version !== 'HTTP/1.1') return false;
  return fieldValue(message.fields, 'expect')?.toLowerCase() === '100-continue';
}

async function send(socket: Socket, pieces: readonly Piece[]): Promise<boolean> {
  for (const { afterMs, bytes } of pieces) {
    if (afterMs > 0 && !(await passes(socket, afterMs))) return false;
    if (socket.destroyed) return false;
    if (!socket.write(bytes) && !(await drained(socket))) return false;
  }
  return !socket.destroyed;
}

/** Lets time pass; false when the peer left meanwhile. */
function passes(socket: Socket, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const left = () => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      socket.off('close', left);
      resolve(true);
    }, ms);
    socket.once('close', left);
  });
}

/** One that does not read what it asked for is left after half a minute. */
function drained(socket: Socket): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (good: boolean) => () => {
      clearTimeout(timer);
      socket.off('drain', well);
      socket.off('close', ill);
      resolve(good);
    };
    const [well, ill] = [done(true), done(false)];
    const timer = setTimeout(ill, 30_000);
    socket.once('drain', well).once('close', ill);
  });
}

/** What a connection has sent and nobody has dealt with yet. Reads no further ahead than one message may be long. */
class Incoming {
  bytes: Buffer;
  hasEnded = false;
  #wake = () => {};
  readonly #onReadable = () => this.#wake();
  readonly #onEnd = () => {
    this.hasEnded = true;
    this.#wake();
  };

  constructor(
    readonly socket: Socket,
    read: Buffer,
  ) {
    this.bytes = read;
    socket.on('readable', this.#onReadable).on('end', this.#onEnd).on('close', this.#onEnd).on('error', this.#onEnd);
    socket.setTimeout(0);
  }

  /** Waits until more has come; false after `ms`. With `whole` it waits that long in any case. */
  more(ms: number, whole = false): Promise<boolean> {
    if (!whole && this.#pull()) return Promise.resolve(true);
    if (this.hasEnded) return Promise.resolve(false);
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#wake = () => {};
        resolve(this.#pull());
      }, ms);
      if (whole) return;
      this.#wake = () => {
        if (!this.#pull() && !this.hasEnded) return;
        clearTimeout(timer);
        this.#wake = () => {};
        resolve(true);
      };
    });
  }

  drop(count: number): void {
    this.bytes = this.bytes.subarray(count);
    this.#pull();
  }

  take(): Buffer {
    const { bytes } = this;
    this.bytes = Buffer.alloc(0);
    return bytes;
  }

  stop(): void {
    const { socket } = this;
    socket
      .off('readable', this.#onReadable)
      .off('end', this.#onEnd)
      .off('close', this.#onEnd)
      .off('error', this.#onEnd);
  }

  /** Reads and forgets, for a few seconds. */
  forget(): void {
    const { socket } = this;
    socket.off('readable', this.#onReadable);
    this.take();
    socket.resume();
    const timer = setTimeout(() => socket.destroy(), 5_000);
    socket.once('close', () => clearTimeout(timer)).once('end', () => socket.destroySoon());
  }

  #pull(): boolean {
    let grew = false;
    for (let piece = this.socket.read(); piece !== null; piece = this.socket.read()) {
      this.bytes = this.bytes.length === 0 ? piece : Buffer.concat([this.bytes, piece]);
      grew = true;
    }
    return grew;
  }
}
