import { assertNever } from '@/lib/assert-never';
import type { Transition } from '../lab';
import type { TlsAction } from './action';
import type { Endpoint, Note } from './endpoint';
import type { NoDeed, TlsEvent } from './event';
import { copyOf, drain, explain, type Moment, noDeed, passTime } from './moment';
import { derive, listen, order } from './on-paper';
import { guarded, receiveRecord } from './receive';
import { canSend, closeEndpoint, sendData, updateKeys } from './send-data';
import { peerOf, type Side } from './side';
import { endpointsFor } from './start';
import { startClient } from './start-client';
import type { Tampering, TlsRecord, TlsState } from './state';
import { flipped, loweredVersion, strippedSuite, swappedCertificate } from './tamper';

/** The whole engine: one action on one state. */
export function step(state: TlsState, action: TlsAction): Transition<TlsState, TlsEvent> {
  return advance(copyOf(state), action);
}

/** The same on a state that may be changed in place. */
export function advance(state: TlsState, action: TlsAction): Transition<TlsState, TlsEvent> {
  const moment: Moment = { state, events: [], cost: 1 };
  perform(moment, action);
  return { state: moment.state, events: moment.events, cost: moment.cost };
}

/** A hello and its key shares, a record of the handshake, a record of data: in steps of a sixtieth of a millisecond. */
const cost = { hello: 200, handshake: 100, data: 10, tampering: 20 } as const;

function perform(moment: Moment, action: TlsAction) {
  const { state } = moment;
  switch (action.kind) {
    case 'connect':
      return begin(moment, false);
    case 'resume':
      return begin(moment, true);
    case 'next':
      return next(moment);
    case 'send': {
      const words = action.text ?? (action.side === 'client' ? state.setup.request : state.setup.response);
      return call(moment, action.side, canSend, (endpoint) => sendData(endpoint, new TextEncoder().encode(words)));
    }
    case 'close':
      return call(moment, action.side, canSend, closeEndpoint);
    case 'update-keys':
      return call(
        moment,
        action.side,
        (endpoint) => canSend(endpoint) && endpoint.version === '1.3',
        (endpoint) => updateKeys(endpoint, true),
      );
    case 'flip':
      return tamper(moment, action.record, (record) => flipped(record, action.byte, action.bit));
    case 'strip-suite':
      return tamper(moment, action.record, (record) => strippedSuite(record, action));
    case 'lower-version':
      return tamper(moment, action.record, (record) => loweredVersion(record, action));
    case 'swap-certificate':
      return tamper(moment, action.record, (record) => swappedCertificate(state, record, action));
    case 'drop':
      return withUnderWay(moment, action.record, (record) => drop(moment, record));
    case 'hold':
      return withUnderWay(moment, action.record, (record) => hold(moment, record));
    case 'replay':
      return replay(moment, action.record);
    case 'swap-value':
      return swapValue(moment, action.side, action.value);
    case 'listen':
      return listen(moment, action.means);
    case 'derive':
      return derive(moment, action);
    case 'order':
      return order(moment, action.steps);
    default:
      return assertNever(action);
  }
}

const mostConnections = 20;
const mostRecords = 2_000;

function begin(moment: Moment, resumes: boolean) {
  const { state } = moment;
  const session = state.sessions.at(-1) ?? null;
  if (resumes && !session) return noDeed(moment, 'no-session');
  if (state.connection >= mostConnections) return noDeed(moment, 'too-many');
  for (const id of state.wire) lose(moment, id);
  state.wire = [];
  const before = { client: state.client.swapped, server: state.server.swapped };
  state.connection += 1;
  const seconds = Math.floor(state.now / 1_000);
  Object.assign(state, endpointsFor(state.setup, state.seed, state.connection, seconds, resumes ? session : null));
  // What was swapped before the beginning holds for the connection that begins.
  if (state.connection === 1) {
    state.client.swapped = before.client;
    state.server.swapped = before.server;
  }
  startClient(state.client);
  moment.cost += cost.hello;
  drain(moment, 'client');
  explain(moment, { code: 'began', resumes, connection: state.connection });
}

function next(moment: Moment) {
  const { state } = moment;
  const id = state.wire.shift();
  const record = id === undefined ? undefined : state.records[id];
  if (!record) return noDeed(moment, 'nothing-under-way');
  passTime(moment, record.at);
  state.records[record.id] = { ...record, fate: 'arrived', at: state.now };
  const side = peerOf(record.from);
  moment.events.push({ kind: 'record-arrived', at: state.now, side, record: record.id });
  const endpoint: Endpoint = state[side];
  moment.cost += endpoint.phase === 'CONNECTED' ? cost.data : cost.handshake;
  receiveRecord(endpoint, record.bytes);
  const note = weightiest(endpoint.notes);
  drain(moment, side);
  explain(moment, { code: 'arrived', record: record.id, side, said: record.said[0]?.kind ?? null, note });
}

/** What of all that came of a record is told in one sentence. */
const weights: Readonly<Record<Note['code'], number>> = {
  'alert-sent': 20,
  refused: 19,
  'alert-received': 18,
  closed: 17,
  connected: 16,
  resumed: 15,
  received: 14,
  'ticket-refused': 13,
  'retry-asked': 12,
  verified: 11,
  'suite-chosen': 10,
  derived: 9,
  'ticket-kept': 8,
  'ticket-given': 7,
  'group-chosen': 6,
  'version-chosen': 5,
  'keys-changed': 4,
  ignored: 3,
  sent: 2,
  read: 1,
};

function weightiest(notes: readonly Note[]): Note | null {
  return notes.reduce<Note | null>((best, one) => (best && weights[best.code] >= weights[one.code] ? best : one), null);
}

/** Something the application asks of its side. */
function call(moment: Moment, side: Side, allows: (endpoint: Endpoint) => boolean, deed: (endpoint: Endpoint) => void) {
  const endpoint: Endpoint = moment.state[side];
  if (!allows(endpoint)) return noDeed(moment, 'not-connected');
  if (moment.state.records.length >= mostRecords) return noDeed(moment, 'too-many');
  moment.cost += cost.data;
  guarded(endpoint, () => deed(endpoint));
  const said = moment.state[side].out[0]?.said[0]?.kind ?? 'application_data';
  drain(moment, side);
  explain(moment, { code: 'sent', side, said });
}

function withUnderWay(moment: Moment, id: number, deed: (record: TlsRecord) => void) {
  const record = moment.state.records[id];
  if (!record) return noDeed(moment, 'no-such-record');
  if (record.fate !== 'in-flight') return noDeed(moment, 'not-under-way');
  deed(record);
}

function tamper(
  moment: Moment,
  id: number,
  change: (record: TlsRecord) => { bytes: Uint8Array; tampering: Tampering } | NoDeed,
) {
  withUnderWay(moment, id, (record) => {
    const changed = change(record);
    if (typeof changed === 'string') return noDeed(moment, changed);
    const { bytes, tampering } = changed;
    moment.cost += cost.tampering;
    moment.state.records[id] = { ...record, bytes, tamperings: [...record.tamperings, tampering] };
    moment.events.push({ kind: 'record-changed', at: moment.state.now, record: id, tampering });
    explain(moment, { code: 'tampered', record: id, from: record.from, tampering });
  });
}

function lose(moment: Moment, id: number) {
  const record = moment.state.records[id];
  if (!record) return;
  moment.state.records[id] = { ...record, fate: 'lost', at: moment.state.now };
  moment.events.push({ kind: 'record-lost', at: moment.state.now, record: id });
}

function drop(moment: Moment, record: TlsRecord) {
  moment.state.wire = moment.state.wire.filter((id) => id !== record.id);
  lose(moment, record.id);
  explain(moment, { code: 'lost', record: record.id, from: record.from });
}

/** TCP would put it back in its place; somebody who ends TCP himself and begins it anew need not. */
function hold(moment: Moment, record: TlsRecord) {
  const { wire, records } = moment.state;
  const place = wire.indexOf(record.id);
  const later = wire.findIndex((id, at) => at > place && records[id]?.from === record.from);
  const passedBy = wire[later];
  if (passedBy === undefined) return noDeed(moment, 'nothing-to-pass');
  const without = wire.filter((id) => id !== record.id);
  without.splice(later, 0, record.id);
  moment.state.wire = without;
  explain(moment, { code: 'held', record: record.id, passedBy, from: record.from });
}

function replay(moment: Moment, id: number) {
  const { state } = moment;
  const record = state.records[id];
  if (!record) return noDeed(moment, 'no-such-record');
  if (state.records.length >= mostRecords) return noDeed(moment, 'too-many');
  const copy = state.records.length;
  const { copyOf = id } = record;
  state.records.push({
    ...record,
    id: copy,
    copyOf,
    fate: 'in-flight',
    sentAt: state.now,
    at: state.now + state.setup.delay,
  });
  state.wire.push(copy);
  moment.events.push({ kind: 'record-copied', at: state.now, record: id, copy });
  explain(moment, { code: 'replayed', record: id, copy, from: record.from });
}

function swapValue(moment: Moment, side: Side, value: Endpoint['swapped'][number]) {
  const endpoint: Endpoint = moment.state[side];
  const isMade = endpoint.values.some(({ name }) => name === 'key_block' || name === 'handshake_secret');
  if (isMade) return noDeed(moment, 'too-late');
  if (!endpoint.swapped.includes(value)) endpoint.swapped = [...endpoint.swapped, value];
  explain(moment, { code: 'swapped', side, value });
}
