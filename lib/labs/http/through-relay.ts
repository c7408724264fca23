import { addExchange, cost, explain, logged, type Moment, mostExchanges, noDeed, passTime, wallClock } from './moment';
import { textOctets } from './octets';
import { parseResponse } from './parse-message';
import { type BackAnswer, type RelayResult, relayBytes, relayPairs, type Sender } from './relay';
import { reasonOf } from './status-text';
import { withLength, writeResponse } from './write-message';

/** Bytes go to the front end, and from there on as it reads them. */
export function relayByHand(moment: Moment, sender: Sender, bytes: Uint8Array) {
  const { state, events } = moment;
  const { relay, delay } = state.setup;
  if (!relay) return noDeed(moment, 'no-relay');
  const { front, back } = relayPairs[relay.pair];
  const ends = { front, back, forbids: relay.forbids };
  const sentAt = state.now;
  const result = relayBytes(ends, state.relay, sender, bytes, state.store, wallClock(state) + delay);
  moment.cost += cost.exchange * (1 + result.back.length);
  for (const forwarded of result.front) events.push({ kind: 'front-forwarded', at: state.now, sender, ...forwarded });
  passTime(moment, 2 * delay);
  state.store = result.store;
  state.relay = result.relay;
  state.passages = [...state.passages, { at: state.now, sender, front: result.front, back: result.back }];
  for (const answer of result.back) deliver(moment, sentAt, answer);
  if (result.refused) return refuse(moment, sentAt, sender, bytes, result.refused);
  if (result.front.length === 0 && result.back.length === 0)
    return explain(moment, { code: 'waits', for: 'content', octets: state.relay.held[sender].length });
  explain(moment, {
    code: 'relayed',
    sender,
    front: result.front.length,
    back: result.back.length,
    leftOver: result.relay.pending.length,
    smuggled: result.back.some(isSmuggled),
    misled: result.back.some(isMisled),
  });
}

/** Another person's request passes. */
export function victimPasses(moment: Moment) {
  const { relay } = moment.state.setup;
  if (moment.state.exchanges.length >= mostExchanges) return noDeed(moment, 'too-many');
  relayByHand(moment, 'victim', textOctets(relay?.victim ?? ''));
}

/** A request made of the bytes of several clients, or one whose answer nobody was waiting for: the front end never saw it as one. */
export function isSmuggled({ shares, to }: BackAnswer): boolean {
  return to === null || new Set(shares.map(({ sender }) => sender)).size > 1 || to !== shares[0]?.sender;
}

/** The victim got an answer to something that begins with bytes of somebody else. */
export function isMisled({ shares, to }: BackAnswer): boolean {
  return to === 'victim' && shares[0]?.sender !== 'victim';
}

function deliver(moment: Moment, sentAt: number, { bytes, shares, request, response, entry, to }: BackAnswer) {
  const { state, events } = moment;
  const { host, scheme } = state.setup;
  const seen = parseResponse(response, request.method, { closed: true }).message;
  const { method, target } = request;
  const exchange = addExchange(moment, {
    by: to === 'victim' ? 'victim' : 'hand',
    url: `${scheme}://${host}${target.startsWith('/') ? target : '/'}`,
    method,
    request: bytes,
    response,
    seen,
    sentAt,
    arrivedAt: state.now,
    entry: logged(moment, entry),
  });
  const mixed = new Set(shares.map(({ sender }) => sender)).size > 1;
  const status = exchange.seen?.status ?? 0;
  events.push({ kind: 'back-answered', at: state.now, method, target, status, to, mixed });
}

function refuse(
  moment: Moment,
  sentAt: number,
  sender: Sender,
  bytes: Uint8Array,
  refused: NonNullable<RelayResult['refused']>,
) {
  const { state, events } = moment;
  const { status, fault } = refused;
  const body = textOctets(
    status === 403 ? 'The front end lets nobody go there.\n' : 'The front end cannot read that.\n',
  );
  const fields = withLength(
    [
      { name: 'Content-Type', value: 'text/plain' },
      { name: 'Connection', value: 'close' },
    ],
    body,
  );
  const seen = { version: 'HTTP/1.1', status, reason: reasonOf(status), fields, body, trailers: [] };
  const exchange = addExchange(moment, {
    by: sender === 'victim' ? 'victim' : 'hand',
    url: `${state.setup.scheme}://${state.setup.host}/`,
    method: '',
    request: bytes,
    response: writeResponse(seen),
    seen,
    sentAt,
    arrivedAt: state.now,
    from: 'front',
  });
  if (fault) events.push({ kind: 'fault-found', at: state.now, exchange: exchange.id, fault });
  explain(moment, { code: 'front-refused', status, fault, sender });
}
