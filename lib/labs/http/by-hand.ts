import { concatenated, noBytes } from '../bytes';
import { addExchange, cost, explain, logged, type Moment, mostExchanges, noDeed, passTime, wallClock } from './moment';
import { textOctets } from './octets';
import { type Answered, respondTo } from './origin/respond';
import { parseRequest } from './parse-message';
import { relayByHand } from './through-relay';

/** Requests that one lot of bytes may hold. */
const mostPipelined = 20;

/** Bytes go out on the connection; every whole request in them is answered. */
export function sendByHand(moment: Moment, text: string, closed = false) {
  const { state } = moment;
  if (state.exchanges.length >= mostExchanges) return noDeed(moment, 'too-many');
  const bytes = textOctets(text);
  if (state.setup.relay) return relayByHand(moment, 'learner', bytes);
  const stream = concatenated(state.pending, bytes);
  const first = state.exchanges.length;
  let at = 0;
  for (let count = 0; at < stream.length && count < mostPipelined; count += 1) {
    const parsed = parseRequest(stream, { from: at, closed });
    const arrivesAt = wallClock(state) + state.setup.delay;
    const answered = respondTo(parsed, state.store, arrivesAt, { base: '' });
    if (answered.kind === 'waiting') break;
    // Who cannot tell where a request ends cannot read what follows it.
    const end = parsed.kind === 'refused' ? stream.length : parsed.end;
    deliver(moment, stream.slice(at, end), answered, parsed.message);
    at = answered.keepsAlive ? end : stream.length;
  }
  state.pending = stream.slice(at);
  tell(moment, first, stream);
}

/** Nothing more will come: what is not whole by now is cut short. */
export function closeByHand(moment: Moment) {
  const { state } = moment;
  if (state.pending.length === 0) return noDeed(moment, 'nothing-sent');
  sendByHand(moment, '', true);
  state.pending = noBytes;
}

function deliver(
  moment: Moment,
  request: Uint8Array,
  answered: Answered,
  message: { method: string; target: string } | null,
) {
  const { state, events } = moment;
  const { host, scheme, delay } = state.setup;
  const { status } = answered.message;
  const method = message?.method ?? '';
  const target = message?.target ?? '';
  const sentAt = state.now;
  const id = state.exchanges.length;
  moment.cost += cost.exchange;
  events.push({ kind: 'request-sent', at: sentAt, exchange: id, method, target, octets: request.length });
  passTime(moment, 2 * delay + answered.delay);
  state.store = answered.store;
  const url = `${scheme}://${host}${target.startsWith('/') ? target : '/'}`;
  addExchange(moment, {
    by: 'hand',
    url,
    method,
    request,
    response: answered.response,
    seen: answered.message,
    sentAt,
    arrivedAt: state.now,
    entry: logged(moment, answered.entry),
  });
  events.push({ kind: 'response-arrived', at: state.now, exchange: id, status, octets: answered.response.length });
}

function tell(moment: Moment, first: number, stream: Uint8Array) {
  const { state, events } = moment;
  const made = state.exchanges.slice(first);
  const last = made.at(-1);
  if (!last?.seen) {
    const { headComplete } = parseRequest(stream);
    return explain(moment, { code: 'waits', for: headComplete ? 'content' : 'head', octets: state.pending.length });
  }
  const { refusal } = parseRequest(last.request ?? noBytes, { closed: true });
  if (refusal) {
    events.push({ kind: 'fault-found', at: state.now, exchange: last.id, fault: refusal });
    return explain(moment, { code: 'refused', fault: refusal, status: last.seen.status, exchange: last.id });
  }
  if (made.length > 1) return explain(moment, { code: 'answered-several', count: made.length, exchange: last.id });
  const { status } = last.seen;
  const target = last.url.slice(last.url.indexOf('/', 8));
  const delay = last.arrivedAt - last.sentAt;
  explain(moment, { code: 'answered', status, method: last.method, target, exchange: last.id, delay });
}
