import { Agent, get, type IncomingMessage } from 'node:http';

/** Many browsers in one room: each hears its stream, and when it heard which event is written down. */
export class RoomListeners {
  /** Event → when it was heard, by each in turn. */
  readonly #heard = new Map<number, number[]>();
  readonly #streams: IncomingMessage[] = [];
  readonly #last: number[] = [];

  private constructor() {}

  static async open(classId: string, screens: readonly { url: string; cookie: string }[]): Promise<RoomListeners> {
    const listeners = new RoomListeners();
    const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
    // Not all in one moment: a class comes in through the door.
    for (let from = 0; from < screens.length; from += 100)
      await Promise.all(screens.slice(from, from + 100).map((screen) => listeners.#listen(agent, classId, screen)));
    return listeners;
  }

  /** The newest event that any of them knows of. */
  get highest(): number {
    return this.#last.reduce((one, other) => Math.max(one, other), 0);
  }

  haveHeard(seq: number): boolean {
    return this.#last.every((last) => last >= seq);
  }

  times(seq: number): readonly number[] {
    return this.#heard.get(seq) ?? [];
  }

  close(): void {
    for (const stream of this.#streams) stream.destroy();
  }

  #listen(agent: Agent, classId: string, { url, cookie }: { url: string; cookie: string }): Promise<void> {
    const at = this.#last.push(0) - 1;
    return new Promise((resolve, reject) => {
      get(
        `${url}/api/classes/${classId}/events`,
        { agent, headers: { cookie, accept: 'text/event-stream' } },
        (stream) => {
          if (stream.statusCode !== 200) return reject(new Error(`expected a stream, found ${stream.statusCode}`));
          this.#streams.push(stream);
          let rest = '';
          stream.setEncoding('latin1').on('data', (piece: string) => {
            const now = performance.now();
            const frames = (rest + piece).split('\n\n');
            rest = frames.pop() ?? '';
            for (const frame of frames) {
              const id = /^id: (\d+)/m.exec(frame);
              if (!id) continue;
              for (const [, seq] of frame.matchAll(/"seq":(\d+)/g)) this.#note(Number(seq), now);
              this.#last[at] = Number(id[1]);
              // The first frame says how far the room has come.
              resolve();
            }
          });
          stream.once('error', () => undefined);
        },
      ).once('error', reject);
    });
  }

  #note(seq: number, now: number): void {
    const times = this.#heard.get(seq);
    if (times) times.push(now);
    else this.#heard.set(seq, [now]);
  }
}
