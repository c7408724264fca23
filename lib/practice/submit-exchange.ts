import { type Answered, respondTo } from '@/lib/labs/http/origin/respond';
import { createStore, mostRequests, type OriginStore } from '@/lib/labs/http/origin/store';
import { parseRequest } from '@/lib/labs/http/parse-message';
import { onlyOne } from '@/lib/only-one';
import type { Exchange, Practising } from '@/lib/practice/exchange';
import { exchangeWriter } from './exchange-writer';
import { type Held, HeldPractices } from './held-practices';
import { ownRequest } from './own-request';
import { findPractice, findRequests, type LoggedRequest, type Practice } from './practice-store';

/** Requests of one token that may wait for their turn. */
const mostWaiting = 16;
/** What a log may hold, in bytes: as much as can be handed in as an answer. */
const mostLogBytes = 40 * 1024;
/** Another process may be first at a place so often. */
const mostTries = 5;

const practices = () => onlyOne('practices', () => new HeldPractices<OriginStore>(readPractice));

/**
 * Answers one request under a token, and writes it down before the answer goes out. One after the other in this process; over several, whoever
 * writes first at a place of the log was first, and the other answers anew from what the log then says.
 */
export const submitExchange: Practising = async (token, base, said) => {
  const held = await practices().find(token);
  if (!held) return { kind: 'unknown' };
  if (held.waiting >= mostWaiting) return { kind: 'too-many', seconds: 1 };
  held.waiting += 1;
  const turn = held.turn.then(() => inTurn(held, base, said));
  held.turn = turn.catch(() => undefined);
  try {
    return await turn;
  } finally {
    held.waiting -= 1;
  }
};

async function inTurn(held: Held<OriginStore>, base: string, said: Parameters<Practising>[2]): Promise<Exchange> {
  const { practice } = held;
  const request = ownRequest(said.bytes, base);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const now = Math.max(held.at, Date.now() - practice.openedAt);
    const left = Math.ceil((practice.expiresAt - practice.openedAt - now) / 1_000);
    if (left <= 0) return over(practice);
    if (held.count >= mostRequests || held.bytes + request.length > mostLogBytes)
      return { kind: 'full', seconds: left };
    const answered = respondTo(said.parsed, held.state, practice.openedAt + now, { base });
    if (answered.kind === 'waiting') throw new Error('the door hands over whole messages only');
    const exchange = { token: practice.token, number: held.count + 1, at: now, request };
    const writing = exchangeWriter().add([{ row: exchange, bytes: 200 + request.length }]);
    const [written] = writing === 'full' ? [] : await writing;
    if (written?.kind !== 'written') return { kind: 'busy' };
    const missed = written.outcome ? [] : await findRequests(practice.token, held.count);
    // Sent again after the connection broke: what is there is ours.
    if (written.outcome || (missed[0] && isSame(missed[0], exchange))) {
      note(held, exchange, answered.store);
      for (const later of missed.slice(1)) replay(held, later);
      return { kind: 'answered', answer: sent(answered) };
    }
    if (missed.length === 0) return over(practice);
    for (const other of missed) replay(held, other);
  }
  return { kind: 'busy' };
}

function over({ token }: Practice): Exchange {
  practices().forget(token);
  return { kind: 'over' };
}

function sent({ response, delay, keepsAlive }: Answered) {
  return { pieces: [{ afterMs: delay, bytes: response }], closes: !keepsAlive };
}

function isSame(one: LoggedRequest, other: LoggedRequest): boolean {
  return one.at === other.at && Buffer.compare(one.request, other.request) === 0;
}

async function readPractice(token: string): Promise<Held<OriginStore> | undefined> {
  const practice = await findPractice(token);
  if (!practice) return undefined;
  const { seed, openedAt } = practice;
  const fresh = { practice, state: createStore(seed, openedAt), count: 0, at: 0, bytes: 0, waiting: 0 };
  const held: Held<OriginStore> = { ...fresh, turn: Promise.resolve() };
  for (const logged of await findRequests(token)) replay(held, logged);
  return held;
}

/** What a request of the log made of the server; where the server stands makes no difference to that. */
function replay(held: Held<OriginStore>, logged: LoggedRequest): void {
  const parsed = parseRequest(logged.request, { closed: true });
  const answered = respondTo(parsed, held.state, held.practice.openedAt + logged.at, { base: '' });
  note(held, logged, answered.kind === 'answered' ? answered.store : held.state);
}

function note(held: Held<OriginStore>, { number, at, request }: LoggedRequest, state: OriginStore): void {
  held.state = state;
  held.count = number;
  held.at = at;
  held.bytes += request.length;
}
