import type { Socket } from 'node:net';

/** More than one message may take with all its chunk lines (lib/labs/http/limits.ts): so far ahead we read, and no further. */
const mostAhead = 256 * 1024;

/** What all connections together have sent and nobody has dealt with yet, in bytes. */
export type Held = { bytes: number };

/** What a connection has sent and nobody has dealt with yet. */
export class Incoming {
  /** Nothing more will come: the peer has ended, or was silent for too long. */
  hasEnded = false;
  /** Counts all bytes that ever came. */
  received = 0;
  readonly #socket: Socket;
  readonly #held: Held;
  #pieces: Buffer[] = [];
  #length = 0;
  #isIdle = false;
  #wake = (_came: boolean) => {};

  constructor(socket: Socket, read: Buffer, held: Held, idleMs: number) {
    this.#socket = socket;
    this.#held = held;
    this.#take(read);
    // Silence between messages is measured by the socket itself, which costs nothing for each of them.
    socket.setTimeout(idleMs);
    socket.on('data', this.#onData).on('timeout', this.#onTimeout);
    for (const event of endings) socket.on(event, this.#onEnd);
    socket.resume();
  }

  get length(): number {
    return this.#length;
  }

  /** All of it in one piece. */
  get bytes(): Buffer {
    if (this.#pieces.length !== 1) this.#pieces = [Buffer.concat(this.#pieces)];
    return this.#pieces[0] ?? Buffer.alloc(0);
  }

  /** Waits until more has come; false when nothing will, or after `ms`. Without `ms` the wait is for another message and may be ended by `close`. */
  more(ms?: number): Promise<boolean> {
    if (this.hasEnded) return Promise.resolve(false);
    return new Promise((resolve) => {
      const timer = ms === undefined ? undefined : setTimeout(() => this.#wake(false), ms);
      this.#isIdle = ms === undefined;
      this.#wake = (came) => {
        clearTimeout(timer);
        this.#isIdle = false;
        this.#wake = () => {};
        resolve(came);
      };
    });
  }

  drop(count: number): void {
    const { bytes } = this;
    this.#pieces = count < bytes.length ? [bytes.subarray(count)] : [];
    this.#add(-count);
    if (this.#length < mostAhead && this.#socket.isPaused()) this.#socket.resume();
  }

  /** Ends the wait for another message; one that has begun is heard. */
  close(): void {
    if (this.#isIdle) this.#wake(false);
  }

  /** Lets go of the connection, with what has not been dealt with. */
  release(): Buffer {
    const { bytes } = this;
    const socket = this.#socket;
    socket.pause();
    socket.off('data', this.#onData).off('timeout', this.#onTimeout);
    for (const event of endings) socket.off(event, this.#onEnd);
    this.#pieces = [];
    this.#add(-this.#length);
    return bytes;
  }

  /** Reads and forgets, for a few seconds: so that the peer sees the answer and not a reset (RFC 9112 §9.6). */
  forget(): void {
    const socket = this.#socket;
    this.release();
    socket.on('error', () => {}).resume();
    const timer = setTimeout(() => socket.destroy(), 5_000).unref();
    socket.once('close', () => clearTimeout(timer)).once('end', () => socket.destroySoon());
  }

  readonly #onData = (piece: Buffer) => {
    this.#take(piece);
    if (this.#length >= mostAhead) this.#socket.pause();
    this.#wake(true);
  };

  readonly #onTimeout = () => {
    if (this.#isIdle) this.#onEnd();
  };

  readonly #onEnd = () => {
    this.hasEnded = true;
    this.#wake(false);
  };

  #take(piece: Buffer): void {
    if (piece.length > 0) this.#pieces.push(piece);
    this.received += piece.length;
    this.#add(piece.length);
  }

  #add(count: number): void {
    this.#length += count;
    this.#held.bytes += count;
  }
}

const endings = ['end', 'close', 'error'];
