import { copyOfEndpoint, type Endpoint } from './endpoint';
import type { NoDeed, TlsEvent, Why } from './event';
import type { Side } from './side';
import type { TlsRecord, TlsState } from './state';
import { tellStory } from './story';

/** A step in progress: a state that may be changed in place, and what has happened so far. */
export type Moment = {
  state: TlsState;
  events: TlsEvent[];
  /** Engine steps: about a sixtieth of a millisecond each. */
  cost: number;
};

export function copyOf(state: TlsState): TlsState {
  return {
    ...state,
    client: copyOfEndpoint(state.client),
    server: copyOfEndpoint(state.server),
    records: [...state.records],
    wire: [...state.wire],
    history: [...state.history],
  };
}

export function explain(moment: Moment, why: Why): void {
  moment.events.push({ kind: 'why', at: moment.state.now, why });
}

export function noDeed(moment: Moment, reason: NoDeed): void {
  explain(moment, { code: 'no-deed', reason });
}

/** What an endpoint noticed and sent goes into the history and onto the wire. */
export function drain(moment: Moment, side: Side): void {
  const { state } = moment;
  const endpoint: Endpoint = state[side];
  for (const note of endpoint.notes) {
    state.history.push({ at: state.now, connection: state.connection, side, note });
    moment.events.push({ kind: 'noted', at: state.now, side, note });
    state.story = tellStory(state.story, side, note, endpoint);
    if (note.code === 'ticket-kept') state.sessions = state.client.sessions.slice(-1);
  }
  for (const out of endpoint.out) enterNetwork(moment, side, out);
  endpoint.notes = [];
  endpoint.out = [];
  if (side === 'client' && state.client.keyLog.length > 0) {
    state.keyLog = [...state.keyLog, ...state.client.keyLog];
    state.client.keyLog = [];
  }
}

function enterNetwork(moment: Moment, side: Side, out: Endpoint['out'][number]): void {
  const { state } = moment;
  const id = state.records.length;
  const { bytes, ...rest } = out;
  const record: TlsRecord = {
    ...rest,
    id,
    connection: state.connection,
    from: side,
    sent: bytes,
    bytes,
    tamperings: [],
    fate: 'in-flight',
    sentAt: state.now,
    at: state.now + state.setup.delay,
  };
  state.records.push(record);
  state.wire.push(id);
  moment.cost += 1;
  moment.events.push({ kind: 'record-sent', at: state.now, side, record: id });
}

export function passTime(moment: Moment, to: number): void {
  const from = moment.state.now;
  if (to <= from) return;
  moment.state.now = to;
  moment.events.push({ kind: 'time-passed', from, to });
}
