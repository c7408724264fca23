import { sampleCongestion } from './congestion-sample';
import type { TcpEvent } from './event';
import type { Side } from './setup';
import { sides } from './setup';
import { closedEndpoint } from './start';
import type { ConnectionState, Endpoint, Notice, TcpState } from './state';
import { type VariableValue, variable, variableNames } from './variable';
import type { Why } from './why';

/**
 * A step in progress: a state that may be changed in place, so that the rules below read as the RFC does ("SND.NXT is set to ISS+1"),
 * and what has happened so far.
 */
export type Moment = {
  state: TcpState;
  events: TcpEvent[];
  /** Engine steps: happenings, and segments that entered the network. */
  cost: number;
  why: Why;
};

export function begin(state: TcpState): Moment {
  return { state, events: [], cost: 0, why: { code: 'nothing-due' } };
}

/** A state that shares nothing with this one that a step changes. */
export function copyOf(state: TcpState): TcpState {
  return {
    ...state,
    client: copyOfEndpoint(state.client),
    server: copyOfEndpoint(state.server),
    segments: [...state.segments],
    wire: [...state.wire],
    stateChanges: [...state.stateChanges],
    samples: [...state.samples],
  };
}

function copyOfEndpoint(endpoint: Endpoint): Endpoint {
  return {
    ...endpoint,
    SND: { ...endpoint.SND },
    RCV: { ...endpoint.RCV },
    retransmissionQueue: [...endpoint.retransmissionQueue],
    held: [...endpoint.held],
    congestion: endpoint.congestion && { ...endpoint.congestion },
    application: { ...endpoint.application },
  };
}

/** One happening: does it, then tells which variables it moved and why it happened. */
export function happen(moment: Moment, happening: () => void): void {
  const was = sides.map((side) => variablesOf(moment.state[side]));
  moment.why = { code: 'nothing-due' };
  happening();
  const at = moment.state.now;
  for (const side of sides) sampleCongestion(moment, side);
  sides.forEach((side, place) => {
    const now = variablesOf(moment.state[side]);
    const then = was[place];
    for (let index = 0; index < variableNames.length; index += 1) {
      const before = then?.[index] ?? null;
      const is = now[index] ?? null;
      const name = variableNames[index];
      if (before !== is && name) moment.events.push({ kind: 'variable-changed', at, side, name, was: before, is });
    }
  });
  moment.events.push({ kind: 'why', at, why: moment.why });
  moment.cost += 1;
}

/** In the order of `variableNames`. */
function variablesOf(endpoint: Endpoint): readonly VariableValue[] {
  if (endpoint.state === 'CLOSED') return noValues;
  return variableNames.map((name) => variable(endpoint, name));
}

const noValues: readonly VariableValue[] = variableNames.map(() => null);

/** The reason of the happening under way; a later, weightier one (text after ACK, FIN after text) takes its place. */
export function explain(moment: Moment, why: Why): void {
  moment.why = why;
}

export function changeState(moment: Moment, endpoint: Endpoint, to: ConnectionState): void {
  const change = { at: moment.state.now, side: endpoint.side, from: endpoint.state, to };
  endpoint.state = to;
  moment.state.stateChanges.push(change);
  moment.events.push({ kind: 'state-changed', ...change });
}

export function notify(moment: Moment, endpoint: Endpoint, notice: Notice): void {
  endpoint.application.notices = [...endpoint.application.notices, notice];
  moment.events.push({ kind: 'notified', at: moment.state.now, side: endpoint.side, notice });
}

/** RFC: "delete the TCB, enter the CLOSED state, and return". */
export function deleteTcb(moment: Moment, side: Side, to: 'CLOSED' | 'LISTEN' = 'CLOSED'): void {
  const endpoint = moment.state[side];
  changeState(moment, endpoint, to);
  const closed = closedEndpoint(side, moment.state.setup, endpoint);
  Object.assign(endpoint, closed, { state: to, openedBy: to === 'LISTEN' ? 'passive' : null });
}
