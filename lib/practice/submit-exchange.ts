import { type Answered, respondTo } from '@/lib/labs/http/origin/respond';
import { mostRequests, type OriginStore } from '@/lib/labs/http/origin/store';
import { onlyOne } from '@/lib/only-one';
import type { Answer, Exchange, Practising, Said } from '@/lib/practice/exchange';
import { writeDown } from './exchange-writer';
import { catchUp, type Held, note, readPractice } from './held-practice';
import { HeldPractices } from './held-practices';
import { loggedPart } from './logged-part';
import { ownRequest } from './own-request';
import { type LoggedRequest, lostConnections } from './practice-store';
import { isToken } from './token';

/** Requests of one token that may wait for their turn. */
const mostWaiting = 16;
/** What a log may hold, in bytes: as much as can be handed in as an answer. */
const mostLogBytes = 40 * 1024;
/** Another process may be first at a place so often. */
const mostTries = 5;

const practices = () => onlyOne('practices', () => new HeldPractices<Held>(readPractice));

/**
 * Answers one request under a token, and writes it down before the answer goes out. One after the other in this process; over several, whoever
 * writes first at a place of the log was first, and the other answers anew from what the log then says.
 */
export const submitExchange: Practising = async (token, base, said) => {
  if (!isToken(token)) return { kind: 'unknown' };
  const found = practices().find(token);
  const held = found instanceof Promise ? await found : found;
  if (!held) return { kind: 'unknown' };
  if (held.waiting >= mostWaiting) return { kind: 'too-many', seconds: 1 };
  held.waiting += 1;
  const isAlone = held.waiting === 1;
  const turn = isAlone ? inTurn(held, base, said) : held.turn.then(() => inTurn(held, base, said));
  held.turn = turn.catch(() => undefined);
  try {
    return await turn;
  } finally {
    held.waiting -= 1;
  }
};

async function inTurn(held: Held, base: string, said: Said): Promise<Exchange> {
  const { practice } = held;
  const request = loggedPart(ownRequest(said.bytes, base), said.parsed);
  if (request.length > mostLogBytes) return { kind: 'too-large' };
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (held.lost !== lostConnections() && !(await catchUp(held, 'from-the-start'))) return { kind: 'busy' };
    const now = Math.max(held.at, Date.now() - practice.openedAt);
    const left = Math.ceil((practice.expiresAt - practice.openedAt - now) / 1_000);
    if (left <= 0) return over(practice.token);
    if (held.count >= mostRequests || held.bytes + request.length > mostLogBytes)
      return { kind: 'full', seconds: left };
    const answered = answerOf(said, held.state, practice.openedAt + now, base);
    const exchange = { token: practice.token, number: held.count + 1, at: now, request };
    const written = await writeDown(exchange);
    if (written === 'there') {
      note(held, exchange, answered.store);
      return { kind: 'answered', answer: sent(answered) };
    }
    if (written === 'refused') return { kind: 'busy' };
    const missed = await catchUp(held, written === 'unknown' ? 'from-the-start' : 'from-here');
    if (!missed) return { kind: 'busy' };
    // The connection broke, and what was sent over it did arrive.
    if (missed.some((one) => isSame(one, exchange))) return { kind: 'answered', answer: sent(answered) };
    if (written === 'not' && missed.length === 0) return over(practice.token);
  }
  return { kind: 'busy' };
}

function answerOf(said: Said, state: OriginStore, now: number, base: string): Answered {
  const answered = respondTo(said.parsed, state, now, { base, unlogged: true });
  if (answered.kind === 'waiting') throw new Error('the door hands over whole messages only');
  return answered;
}

function over(token: string): Exchange {
  practices().forget(token);
  return { kind: 'over' };
}

function sent({ response, delay, keepsAlive }: Answered): Answer {
  return { pieces: [{ afterMs: delay, bytes: response }], closes: !keepsAlive };
}

function isSame(one: LoggedRequest, { number, at, request }: LoggedRequest): boolean {
  return one.number === number && one.at === at && Buffer.compare(one.request, request) === 0;
}
