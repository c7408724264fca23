import { type Asked, type Prepared, prepareRequest, takeResponse, type Wish, wishAfter } from './client/fetch-step';
import { mostRedirects } from './client/redirect';
import { fieldValue } from './message';
import { addExchange, cost, explain, logged, type Moment, mostExchanges, noDeed, passTime, wallClock } from './moment';
import { respond } from './origin/respond';
import type { Exchange } from './state';
import { writeRequest } from './write-message';

/** The browser asks, and goes on where it is sent if it follows by itself. */
export function fetchInBrowser(moment: Moment, wish: Wish) {
  const { state } = moment;
  state.redirect = null;
  let exchange = fetchOnce(moment, wish, null);
  if (!exchange) return;
  let next = wish;
  let times = 0;
  while (state.follows && exchange.redirection) {
    if (times >= mostRedirects) return explain(moment, { code: 'too-many-redirects', times });
    next = wishAfter(next, exchange.redirection);
    const followed = fetchOnce(moment, next, exchange.id);
    if (!followed) return;
    exchange = followed;
    times += 1;
  }
  if (exchange.redirection) state.redirect = { wish: wishAfter(next, exchange.redirection), by: exchange.id };
  tell(moment, exchange, times);
}

/** The browser goes where the last answer sent it. */
export function followRedirect(moment: Moment) {
  const { state } = moment;
  if (!state.redirect) return noDeed(moment, 'no-redirect');
  const { wish, by } = state.redirect;
  state.redirect = null;
  const exchange = fetchOnce(moment, wish, by);
  if (!exchange) return;
  if (exchange.redirection) state.redirect = { wish: wishAfter(wish, exchange.redirection), by: exchange.id };
  tell(moment, exchange, 0);
}

/** null: it could not be asked, and that is explained. */
function fetchOnce(moment: Moment, wish: Wish, follows: number | null): Exchange | null {
  const { state, events } = moment;
  if (state.exchanges.length >= mostExchanges) {
    noDeed(moment, 'too-many');
    return null;
  }
  moment.cost += cost.exchange;
  const prepared = prepareRequest(state.client, wish, wallClock(state));
  if (prepared.kind === 'not-an-address') {
    noDeed(moment, 'not-an-address');
    return null;
  }
  const { decision } = prepared;
  const told = { by: 'browser', url: wish.url, method: wish.method, sentAt: state.now, decision, follows } as const;
  const why = decision.kind === 'fetch' || decision.kind === 'validate' ? decision.why : null;
  events.push({ kind: 'cache-asked', at: state.now, exchange: state.exchanges.length, decision: decision.kind, why });
  if (prepared.kind === 'from-cache')
    return addExchange(moment, { ...told, arrivedAt: state.now, from: 'cache', seen: prepared.response });
  if (prepared.kind === 'nothing') return addExchange(moment, { ...told, arrivedAt: state.now, from: 'cache' });
  return ask(moment, prepared, told);
}

type Told = Pick<Exchange, 'by' | 'url' | 'method' | 'sentAt' | 'decision' | 'follows'>;

function ask(moment: Moment, { request, cookies, asked }: Prepared & { kind: 'send' }, told: Told): Exchange | null {
  const { state, events } = moment;
  const bytes = writeRequest(request);
  const id = state.exchanges.length;
  const { method, target } = request;
  events.push({ kind: 'request-sent', at: state.now, exchange: id, method, target, octets: bytes.length });
  for (const { name, why } of cookies)
    if (why) events.push({ kind: 'cookie-stayed', at: state.now, exchange: id, name, why });
  const answered = respond(state.store, bytes, wallClock(state) + state.setup.delay, { base: '' }, { closed: true });
  if (answered.kind === 'waiting') return null;
  passTime(moment, 2 * state.setup.delay + answered.delay);
  state.store = answered.store;
  const { status } = answered.message;
  events.push({ kind: 'response-arrived', at: state.now, exchange: id, status, octets: answered.response.length });
  const taken = take(moment, asked, answered.message, id);
  const { seen, keeping, redirection, facts } = taken;
  const entry = logged(moment, answered.entry);
  const arrived = { request: bytes, response: answered.response, seen, arrivedAt: state.now, entry };
  return addExchange(moment, { ...told, ...arrived, keeping, cookies: facts, redirection });
}

function take({ state, events }: Moment, asked: Asked, response: NonNullable<Exchange['seen']>, id: number) {
  const taken = takeResponse(state.client, asked, response, wallClock(state));
  state.client = taken.client;
  for (const fact of taken.cookies) events.push({ kind: 'cookie-received', at: state.now, exchange: id, fact });
  if (taken.keeping) events.push({ kind: 'cache-told', at: state.now, exchange: id, keeping: taken.keeping });
  return { seen: taken.response, keeping: taken.keeping, redirection: taken.redirection, facts: taken.cookies };
}

function tell(
  moment: Moment,
  { id, seen, decision, response, redirection, method, url, sentAt, arrivedAt }: Exchange,
  times: number,
) {
  if (!seen) return explain(moment, { code: 'not-cached', exchange: id });
  const { status } = seen;
  if (redirection) {
    const { url: to, method: next } = redirection;
    return explain(moment, { code: 'sent-on', status, to, method: next, methodChanged: next !== method, exchange: id });
  }
  if (times > 0) return explain(moment, { code: 'redirected', times, status, exchange: id });
  if (decision?.kind === 'use') {
    const { age, lifetime, by } = decision.freshness;
    return explain(moment, { code: 'from-cache', age, lifetime, by, stale: decision.stale, exchange: id });
  }
  if (decision?.kind === 'validate') {
    const onTheWire = Number(String.fromCharCode(...(response ?? new Uint8Array()).subarray(9, 12)));
    return explain(moment, { code: 'validated', because: decision.why, status: onTheWire, exchange: id });
  }
  const challenge = fieldValue(seen.fields, 'www-authenticate');
  if (status === 401 && challenge !== undefined) {
    const scheme = challenge.split(' ')[0] ?? '';
    return explain(moment, { code: 'asks-for-credentials', scheme, exchange: id });
  }
  const target = url.slice(Math.max(0, url.indexOf('/', 8)));
  explain(moment, { code: 'answered', status, method, target, exchange: id, delay: arrivedAt - sentAt });
}
