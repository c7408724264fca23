import type { Socket } from 'node:net';
import type { Answer, Said } from '@/lib/practice/exchange';
import { Incoming } from './incoming';
import { nextMessage, type Readers } from './next-message';
import { send } from './send';

export type ConversationParts = {
  readonly readers: Readers;
  /** Answers one message. What it throws ends the connection. */
  readonly answer: (said: Said, socket: Socket) => Promise<Answer>;
  /** Where there is no room to hear a message out. */
  readonly tooMuch: () => Answer;
  /** Told of each answer that has gone out. */
  readonly told?: (said: Said, answer: Answer, ms: number) => void;
  readonly failed: (error: unknown) => void;
  /** A message has to be whole by then. */
  readonly messageMs?: number;
  /** Between two messages; as long as the door keeps its own connections. */
  readonly idleMs?: number;
};

/**
 * Speaks HTTP/1.1 with one connection, byte for byte: reads message after message, answers each before the next is read (RFC 9112 §9.3.2),
 * and hands the connection back when a message is for somebody else. The reader is the lab's own, so that a fault is told at its byte.
 */
export class Conversation {
  readonly #socket: Socket;
  readonly #incoming: Incoming;
  readonly #parts: ConversationParts;
  #isClosing = false;

  constructor(socket: Socket, read: Buffer, parts: ConversationParts) {
    this.#socket = socket;
    this.#parts = parts;
    this.#incoming = new Incoming(socket, read, parts.readers, parts.idleMs ?? 65_000);
  }

  /** Ends the connection, as soon as the message that has begun is answered. */
  close(): void {
    this.#isClosing = true;
    this.#incoming.close();
  }

  async run(handBack: (rest: Buffer) => void): Promise<void> {
    try {
      if ((await this.#speak()) === 'for-the-site') return handBack(this.#incoming.release());
      this.#socket.end();
      this.#incoming.forget();
    } catch (error) {
      this.#incoming.release();
      if (!this.#socket.destroyed) this.#parts.failed(error);
      this.#socket.destroy();
    }
  }

  async #speak(): Promise<'over' | 'for-the-site'> {
    const { answer, told, readers, tooMuch, messageMs = 30_000 } = this.#parts;
    const [socket, incoming] = [this.#socket, this.#incoming];
    while (!this.#isClosing) {
      const said = await nextMessage(incoming, socket, readers, messageMs);
      if (said === 'for-the-site' || said === 'over') return said;
      if (said === 'too-much') {
        await send(socket, tooMuch());
        break;
      }
      const begin = performance.now();
      const answered = await answer(said, socket);
      if (!(await send(socket, answered))) break;
      told?.(said, answered, performance.now() - begin);
      // After a fault nobody knows where the next message begins.
      if (answered.closes || said.parsed.kind !== 'complete') break;
      incoming.drop(said.parsed.end);
    }
    return 'over';
  }
}
