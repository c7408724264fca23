import { setTimeout as sleep } from 'node:timers/promises';
import { isTransient } from '@/lib/attempts/transient-error';
import { respondTo } from '@/lib/labs/http/origin/respond';
import { createStore, type OriginStore } from '@/lib/labs/http/origin/store';
import { parseRequest } from '@/lib/labs/http/parse-message';
import { findPractice, findRequests, type LoggedRequest, lostConnections, type Practice } from './practice-store';

/** A token's practice as this process knows it: up to which request, and what the server remembers after it. */
export type Held = {
  readonly practice: Practice;
  state: OriginStore;
  /** Requests that are in the log, and when the last of them came. */
  count: number;
  at: number;
  /** What the log takes, in bytes as it is handed in. */
  bytes: number;
  /** Connections to the database that were lost when this was read: with one the database may have lost what it had not put on its disk. */
  lost: number;
  /** Requests that wait for their turn, with the one whose turn it is. */
  waiting: number;
  /** The end of the request that is answered now. */
  turn: Promise<unknown>;
};

/** How long a database that is away is waited for. */
const patienceMs = 8_000;

export async function readPractice(token: string): Promise<Held | undefined> {
  const lost = lostConnections();
  const practice = await findPractice(token);
  if (!practice) return undefined;
  const held: Held = { practice, ...nothingYet(practice), lost, waiting: 0, turn: Promise.resolve() };
  for (const logged of await findRequests(token)) replay(held, logged);
  return held;
}

/** Takes in what the log holds and this process has not seen; null: the database cannot be reached. */
export async function catchUp(held: Held, how: 'from-here' | 'from-the-start'): Promise<LoggedRequest[] | null> {
  const begin = performance.now();
  for (let pause = 10; ; pause = Math.min(pause * 2, 500)) {
    try {
      const lost = lostConnections();
      const requests = await findRequests(held.practice.token, how === 'from-here' ? held.count : 0);
      if (how === 'from-the-start') Object.assign(held, nothingYet(held.practice), { lost });
      for (const logged of requests) replay(held, logged);
      return requests;
    } catch (error) {
      if (!isTransient(error)) throw error;
      if (performance.now() - begin > patienceMs) return null;
      await sleep(pause);
    }
  }
}

function nothingYet({ seed, openedAt }: Practice): Pick<Held, 'state' | 'count' | 'at' | 'bytes'> {
  return { state: createStore(seed, openedAt), count: 0, at: 0, bytes: 0 };
}

/** What a request of the log made of the server; where the server stands makes no difference to that. */
function replay(held: Held, logged: LoggedRequest): void {
  const parsed = parseRequest(logged.request, { closed: true });
  const answered = respondTo(parsed, held.state, held.practice.openedAt + logged.at, { base: '', unlogged: true });
  note(held, logged, answered.kind === 'answered' ? answered.store : held.state);
}

export function note(held: Held, { number, at, request }: LoggedRequest, state: OriginStore): void {
  held.state = state;
  held.count = number;
  held.at = at;
  held.bytes += request.length;
}
