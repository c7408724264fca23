import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

type Pending = { id: string; item: string; version: string; response: unknown; seq: number };
type Told = { id: string; status: string; ordinal?: number };

/** A browser that answers without end, keeps what was not acknowledged, and sends it again: as the outbox does. */
export class AnsweringBrowser {
  /** Answers the server said it has stored. */
  readonly acknowledged = new Map<string, number>();
  readonly sent = new Set<string>();
  #cookie = '';
  #pending: Pending | undefined;
  #seq = 0;
  #stopped = false;

  constructor(readonly question: { item: string; version: string; responses: readonly unknown[] }) {}

  async becomeGuest(url: string): Promise<void> {
    const reply = await post(url, '/api/guest', {}, '');
    this.#cookie = reply.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
    if (this.#cookie === '') throw new Error(`no guest was made: ${reply.status}`);
  }

  /** Answers until it is told to stop; what goes wrong meanwhile is tried again. */
  async answer(url: string): Promise<void> {
    this.#stopped = false;
    while (!this.#stopped) {
      this.#pending ??= this.#nextAnswer();
      if (!(await this.#send(url, this.#pending))) await pause(25);
    }
  }

  stop(): void {
    this.#stopped = true;
  }

  /** Sends what is still open. */
  async settle(url: string): Promise<void> {
    while (this.#pending) if (!(await this.#send(url, this.#pending))) await pause(50);
  }

  #nextAnswer(): Pending {
    this.#seq += 1;
    const { item, version, responses } = this.question;
    const response = responses[this.#seq % responses.length];
    return { id: randomUUID(), item, version, response, seq: this.#seq };
  }

  /** True when the server has acknowledged it. */
  async #send(url: string, answer: Pending): Promise<boolean> {
    this.sent.add(answer.id);
    try {
      const reply = await post(url, '/api/answers', { answers: [answer] }, this.#cookie);
      if (reply.status === 429) await pause(1_000);
      if (reply.status !== 200) return false;
      const { results }: { results: Told[] } = await reply.json();
      const [told] = results;
      if (told?.status !== 'scored' || told.ordinal === undefined)
        throw new Error(`an honest answer was refused: ${JSON.stringify(told)}`);
      this.acknowledged.set(answer.id, told.ordinal);
      this.#pending = undefined;
      return true;
    } catch (error) {
      // Cut off: stored or not, nobody knows; it is sent again under the same id.
      if (error instanceof TypeError || (error instanceof Error && /terminated|JSON/.test(error.message))) return false;
      throw error;
    }
  }
}

function post(url: string, path: string, body: object, cookie: string): Promise<Response> {
  return fetch(url + path, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(body),
  });
}
