import { sampleCongestion } from './congestion-sample';
import type { TcpEvent } from './event';
import type { Side } from './setup';
import { closedEndpoint } from './start';
import { type ConnectionState, type Endpoint, type Notice, stateOf, type TcpState } from './state';
import { readVariables, type VariableValue, variableNames } from './variable';
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

/** A state that shares nothing with this one that a step changes which concerns only these sides. */
export function copyOf(state: TcpState, touched: readonly Side[]): TcpState {
  return stateOf({
    setup: state.setup,
    seed: state.seed,
    now: state.now,
    random: state.random,
    client: touched.includes('client') ? copyOfEndpoint(state.client) : state.client,
    server: touched.includes('server') ? copyOfEndpoint(state.server) : state.server,
    log: state.log.copy(),
    wire: state.wire.slice(),
    stateChanges: state.stateChanges.slice(),
    sampleLog: state.sampleLog.copy(),
    flooded: state.flooded,
  });
}

/** Every field by name: a spread would be slower to make, and larger, than all the rest of a step. */
function copyOfEndpoint(endpoint: Endpoint): Endpoint {
  const { SND, RCV, clock, timers, application } = endpoint;
  return {
    side: endpoint.side,
    state: endpoint.state,
    openedBy: endpoint.openedBy,
    ISS: endpoint.ISS,
    IRS: endpoint.IRS,
    knowsPeer: endpoint.knowsPeer,
    SND: { UNA: SND.UNA, NXT: SND.NXT, WND: SND.WND, WL1: SND.WL1, WL2: SND.WL2, MSS: SND.MSS },
    RCV: { NXT: RCV.NXT, WND: RCV.WND },
    negotiated: endpoint.negotiated,
    clock: {
      offset: clock.offset,
      recent: clock.recent,
      recentAt: clock.recentAt,
      lastAckSent: clock.lastAckSent,
      refusedAt: clock.refusedAt,
    },
    mostWindow: endpoint.mostWindow,
    congestion: endpoint.congestion && { ...endpoint.congestion },
    lastSentAt: endpoint.lastSentAt,
    sampled: endpoint.sampled,
    halfOpen: endpoint.halfOpen,
    sendQueue: endpoint.sendQueue,
    closeQueued: endpoint.closeQueued,
    finSeq: endpoint.finSeq,
    retransmissionQueue: endpoint.retransmissionQueue.slice(),
    held: endpoint.held.slice(),
    synRetransmitted: endpoint.synRetransmitted,
    RTO: endpoint.RTO,
    SRTT: endpoint.SRTT,
    RTTVAR: endpoint.RTTVAR,
    timers: {
      retransmission: timers.retransmission,
      'time-wait': timers['time-wait'],
      'delayed-ack': timers['delayed-ack'],
      override: timers.override,
      'syn-queue': timers['syn-queue'],
      user: timers.user,
    },
    acksOwed: endpoint.acksOwed,
    opens: endpoint.opens,
    ipId: endpoint.ipId,
    application: {
      sent: application.sent,
      received: application.received,
      buffered: application.buffered,
      datagrams: application.datagrams,
      notices: application.notices,
    },
  };
}

/** One happening: does it, then tells which variables it moved and why it happened. */
export function happen(moment: Moment, happening: () => void): void {
  const { client, server } = moment.state;
  readVariables(client, before.client);
  readVariables(server, before.server);
  moment.why = { code: 'nothing-due' };
  happening();
  const at = moment.state.now;
  sampleCongestion(moment, client);
  sampleCongestion(moment, server);
  tellVariables(moment, 'client');
  tellVariables(moment, 'server');
  moment.events.push({ kind: 'why', at, why: moment.why });
  moment.cost += 1;
}

/** What the variables were when the happening began, and are after it: no happening lies within another. */
const before: Record<Side, VariableValue[]> = { client: [], server: [] };
const now: VariableValue[] = [];

function tellVariables(moment: Moment, side: Side): void {
  const then = before[side];
  readVariables(moment.state[side], now);
  for (let index = 0; index < variableNames.length; index += 1) {
    const was = then[index] ?? null;
    const is = now[index] ?? null;
    const name = variableNames[index];
    if (was !== is && name) moment.events.push({ kind: 'variable-changed', at: moment.state.now, side, name, was, is });
  }
}

/** The reason of the happening under way; a later, weightier one (text after ACK, FIN after text) takes its place. */
export function explain(moment: Moment, why: Why): void {
  moment.why = why;
}

export function changeState(moment: Moment, endpoint: Endpoint, to: ConnectionState, byCookie?: true): void {
  const change = { at: moment.state.now, side: endpoint.side, from: endpoint.state, to };
  endpoint.state = to;
  moment.state.stateChanges.push(byCookie ? { ...change, byCookie } : change);
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
