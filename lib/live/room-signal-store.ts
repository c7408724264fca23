import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { pool } from '@/lib/db/pool';
import { databaseUrl } from '@/lib/db/shared-connection';

const channel = 'handrail_room';
/** What PostgreSQL takes in one notification is 8,000 bytes. */
const mostNamed = 200;

export type RoomSignals = {
  /** Something happened in a room; `isOpening`: it was opened or closed. */
  readonly onRoom: (classId: string, isOpening: boolean) => void;
  /** Learners of a class have answered or moved; null: more of them than could be named. */
  readonly onNews: (classId: string, learners: readonly string[] | null) => void;
  /** The connection is new: whatever was said before it was not heard. */
  readonly onGap: () => void;
};

/** Tells every process, this one included, that these learners of the class have answered or moved. */
export async function tellNews(news: readonly { classId: string; learners: readonly string[] }[]): Promise<void> {
  const payloads = news.map(({ classId, learners }) =>
    learners.length > mostNamed ? `n:${classId}:*` : `n:${classId}:${learners.join(',')}`,
  );
  await pool().query({
    name: 'live-news',
    text: `SELECT pg_notify('${channel}', payload) FROM unnest($1::text[]) AS payload`,
    values: [payloads],
  });
}

/**
 * The process's one listening connection. It comes back by itself; and whether it hears anything at all it tries out, since behind a pooler that
 * hands out connections by the transaction nobody does.
 */
export class RoomListener {
  #client: pg.Client | undefined;
  #isHearing = false;
  readonly #over = new AbortController();
  readonly #running: Promise<void>;
  #heard: (() => void) | undefined;
  #nonce = '';

  constructor(
    readonly signals: RoomSignals,
    readonly failed: (error: unknown) => void,
  ) {
    this.#running = this.#run();
  }

  /** False: what happens must be looked for. */
  get isHearing(): boolean {
    return this.#isHearing;
  }

  async close(): Promise<void> {
    this.#over.abort();
    await this.#client?.end().catch(() => undefined);
    await this.#running;
  }

  async #run(): Promise<void> {
    let pause = 250;
    while (!this.#over.signal.aborted) {
      try {
        await this.#listen();
        pause = 250;
      } catch (error) {
        if (!this.#over.signal.aborted) this.failed(error);
      }
      this.#isHearing = false;
      pause = Math.min(pause * 2, 5_000);
      await sleep(pause, undefined, { signal: this.#over.signal }).catch(() => undefined);
    }
  }

  async #listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: databaseUrl(),
      application_name: 'handrail live',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    this.#client = client;
    const ended = new Promise<void>((resolve) => client.once('end', () => resolve()));
    client.on('error', () => undefined);
    client.on('notification', ({ payload = '' }) => this.#hear(payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
      this.#isHearing = await this.#tryOut();
      this.signals.onGap();
      // Where nothing is heard, another connection is tried a minute later.
      const again = this.#isHearing ? undefined : sleep(60_000, undefined, { signal: this.#over.signal, ref: false });
      await Promise.race([ended, ...(again ? [again] : [])]);
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  async #tryOut(): Promise<boolean> {
    this.#nonce = randomBytes(8).toString('hex');
    const heard = new Promise<boolean>((resolve) => {
      this.#heard = () => resolve(true);
    });
    await pool().query('SELECT pg_notify($1, $2)', [channel, `t:${this.#nonce}`]);
    return Promise.race([heard, sleep(2_000, false)]);
  }

  #hear(payload: string): void {
    const [kind, classId = '', learners = ''] = payload.split(':');
    if (kind === 't' && classId === this.#nonce) this.#heard?.();
    else if (kind === 'e' || kind === 'o') this.signals.onRoom(classId, kind === 'o');
    else if (kind === 'n') this.signals.onNews(classId, learners === '*' ? null : learners.split(',').filter(Boolean));
  }
}
