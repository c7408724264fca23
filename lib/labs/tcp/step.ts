import { assertNever } from '@/lib/assert-never';
import type { Transition } from '../lab';
import { abortCall } from './abort-call';
import type { TcpAction } from './action';
import { failCall } from './call-error';
import { closeCall } from './close-call';
import { corrupt } from './corrupt';
import { craft } from './craft';
import { type Due, nextDue } from './due';
import type { TcpEvent } from './event';
import { examine } from './examine';
import { comeAgain, flood, forge } from './intruder';
import { begin, copyOf, explain, happen, type Moment } from './moment';
import { arrive, copySegment, delaySegment, isForStranger, loseSegment } from './network';
import { activeOpen, passiveOpen } from './open-call';
import { receiveCall } from './receive-call';
import type { Segment } from './segment';
import { segmentArrives } from './segment-arrives';
import { sendCall } from './send-call';
import { peerOf, type Side, sides } from './setup';
import type { TcpState } from './state';
import { statusCall } from './status-call';
import { timeOut } from './timeouts';
import { datagramArrives, udpReceive, udpSend } from './udp-call';

/** The whole engine: one action on one state. */
export function step(state: TcpState, action: TcpAction): Transition<TcpState, TcpEvent> {
  return advance(copyOf(state, touchedSides(state, action)), action);
}

/** Whose variables an action may change: what does not concern a side leaves it as it was, the same object. */
function touchedSides(state: TcpState, action: TcpAction): readonly Side[] {
  switch (action.kind) {
    case 'listen':
    case 'open':
    case 'send':
    case 'receive':
    case 'close':
    case 'abort':
    case 'status':
      return [action.side];
    case 'deliver': {
      const segment = state.log.get(action.segment);
      return segment ? [peerOf(segment.from)] : [];
    }
    case 'next': {
      const due = nextDue(state);
      if (due?.kind === 'timer') return [due.side];
      const segment = due && state.log.get(due.segment);
      return segment ? [peerOf(segment.from)] : [];
    }
    case 'wait':
      return sides;
    case 'drop':
    case 'duplicate':
    case 'delay':
    case 'replay':
    case 'forge':
    case 'craft':
    case 'corrupt':
    case 'flood':
      return [];
    default:
      return assertNever(action);
  }
}

/** The same on a state that may be changed in place: a replay looks only at the end, and long ones would be mostly copying. */
export function advance(state: TcpState, action: TcpAction): Transition<TcpState, TcpEvent> {
  const moment = begin(state);
  perform(moment, action);
  return { state: moment.state, events: moment.events, cost: Math.max(moment.cost, 1) };
}

function perform(moment: Moment, action: TcpAction) {
  switch (action.kind) {
    case 'listen':
    case 'open':
    case 'send':
    case 'receive':
    case 'close':
    case 'abort':
    case 'status':
      return happen(moment, () => (moment.state.setup.protocol === 'udp' ? udpCall : call)(moment, action));
    case 'deliver':
      return withUnderWay(moment, action.segment, (segment) => deliver(moment, segment));
    case 'drop':
      return withUnderWay(moment, action.segment, (segment) => {
        happen(moment, () => loseSegment(moment, segment.id, 'learner'));
      });
    case 'duplicate':
      return withUnderWay(moment, action.segment, (segment) => {
        happen(moment, () => {
          explain(moment, { code: 'duplicated', segment: segment.id, copy: copySegment(moment, segment) });
        });
      });
    case 'delay':
      return withUnderWay(moment, action.segment, (segment) => {
        happen(moment, () => {
          delaySegment(moment, segment, action.ms);
          explain(moment, { code: 'delayed', segment: segment.id, until: segment.at + action.ms });
        });
      });
    case 'replay':
      return happen(moment, () => {
        const segment = moment.state.log.get(action.segment);
        if (segment && segment.fate !== 'in-flight') comeAgain(moment, segment);
        else explain(moment, { code: 'not-under-way', segment: action.segment });
      });
    case 'forge':
      return happen(moment, () => forge(moment, action));
    case 'craft':
      return happen(moment, () => craft(moment, action));
    case 'corrupt':
      return withUnderWay(moment, action.segment, (segment) => {
        happen(moment, () => corrupt(moment, segment, action.byte, action.bit));
      });
    case 'flood':
      return happen(moment, () => flood(moment, action.side, action.syns));
    case 'next':
      return next(moment);
    case 'wait':
      return wait(moment, action.ms);
    default:
      return assertNever(action);
  }
}

type Call = Extract<TcpAction, { kind: 'listen' | 'open' | 'send' | 'receive' | 'close' | 'abort' | 'status' }>;

/** The user calls of RFC 9293 §3.10.1 to §3.10.6. */
function call(moment: Moment, action: Call) {
  switch (action.kind) {
    case 'listen':
      return passiveOpen(moment, action.side);
    case 'open':
      return activeOpen(moment, action.side);
    case 'send':
      return sendCall(moment, action.side, action.text);
    case 'receive':
      return receiveCall(moment, action.side, action.bytes);
    case 'close':
      return closeCall(moment, action.side);
    case 'abort':
      return abortCall(moment, action.side);
    case 'status':
      return statusCall(moment, action.side);
    default:
      return assertNever(action);
  }
}

/** Over UDP there is nothing to open or to close. */
function udpCall(moment: Moment, action: Call) {
  if (action.kind === 'send') return udpSend(moment, action.side, action.text);
  if (action.kind === 'receive') return udpReceive(moment, action.side);
  failCall(moment, action.side, action.kind, 'no-connections');
}

function withUnderWay(moment: Moment, id: number, deed: (segment: Segment) => void) {
  const segment = moment.state.log.get(id);
  if (segment && segment.fate === 'in-flight') return deed(segment);
  happen(moment, () => explain(moment, { code: 'not-under-way', segment: id }));
}

function reachesItsEnd(moment: Moment, segment: Segment) {
  arrive(moment, segment);
  if (isForStranger(segment)) return explain(moment, { code: 'nobody-there', segment: segment.id });
  // What a host of the lab has written is right as long as nobody changed it.
  const read = segment.crafted || segment.asSent ? examine(moment, segment) : segment;
  if (!read) return;
  if (read.protocol === 'udp') datagramArrives(moment, read);
  else segmentArrives(moment, read);
}

/** The chosen segment overtakes whatever else is under way: it arrives when the first thing would have fallen due. */
function deliver(moment: Moment, segment: Segment) {
  passTime(moment, Math.min(segment.at, nextDue(moment.state)?.at ?? segment.at));
  happen(moment, () => reachesItsEnd(moment, segment));
}

function next(moment: Moment) {
  const due = nextDue(moment.state);
  if (due) return befall(moment, due);
  happen(moment, () => explain(moment, { code: 'nothing-due' }));
}

/** No single wait may keep the engine busy without end, whatever the two ends have to say to each other. */
const mostHappeningsInOneWait = 2_000;

function wait(moment: Moment, ms: number) {
  const began = moment.state.now;
  const until = began + ms;
  for (let due = nextDue(moment.state); due !== null && due.at <= until; due = nextDue(moment.state)) {
    if (moment.cost >= mostHappeningsInOneWait) {
      return happen(moment, () => explain(moment, { code: 'wait-cut-short', ms: moment.state.now - began }));
    }
    befall(moment, due);
  }
  passTime(moment, until);
  if (moment.cost === 0) happen(moment, () => explain(moment, { code: 'waited', ms }));
}

function befall(moment: Moment, due: Due) {
  passTime(moment, due.at);
  if (due.kind === 'timer') return happen(moment, () => timeOut(moment, due.side, due.timer));
  const segment = moment.state.log.get(due.segment);
  if (!segment) return;
  happen(moment, () => reachesItsEnd(moment, segment));
}

function passTime(moment: Moment, to: number) {
  const from = moment.state.now;
  if (to <= from) return;
  moment.state.now = to;
  moment.events.push({ kind: 'time-passed', from, to });
}
