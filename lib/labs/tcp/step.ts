import { assertNever } from '@/lib/assert-never';
import type { Transition } from '../lab';
import { abortCall } from './abort-call';
import type { TcpAction } from './action';
import { closeCall } from './close-call';
import { type Due, nextDue } from './due';
import type { TcpEvent } from './event';
import { begin, copyOf, explain, happen, type Moment } from './moment';
import { arrive, copySegment, delaySegment, loseSegment } from './network';
import { activeOpen, passiveOpen } from './open-call';
import { receiveCall } from './receive-call';
import type { Segment } from './segment';
import { segmentArrives } from './segment-arrives';
import { sendCall } from './send-call';
import type { TcpState } from './state';
import { timeOut } from './timeouts';

/** The whole engine: one action on one state. */
export function step(state: TcpState, action: TcpAction): Transition<TcpState, TcpEvent> {
  return advance(copyOf(state), action);
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
      return happen(moment, () => passiveOpen(moment, action.side));
    case 'open':
      return happen(moment, () => activeOpen(moment, action.side));
    case 'send':
      return happen(moment, () => sendCall(moment, action.side, action.text));
    case 'receive':
      return happen(moment, () => receiveCall(moment, action.side));
    case 'close':
      return happen(moment, () => closeCall(moment, action.side));
    case 'abort':
      return happen(moment, () => abortCall(moment, action.side));
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
    case 'next':
      return next(moment);
    case 'wait':
      return wait(moment, action.ms);
    default:
      return assertNever(action);
  }
}

function withUnderWay(moment: Moment, id: number, deed: (segment: Segment) => void) {
  const segment = moment.state.segments[id];
  if (segment && segment.fate === 'in-flight') return deed(segment);
  happen(moment, () => explain(moment, { code: 'not-under-way', segment: id }));
}

/** The chosen segment overtakes whatever else is under way: it arrives when the first thing would have fallen due. */
function deliver(moment: Moment, segment: Segment) {
  passTime(moment, Math.min(segment.at, nextDue(moment.state)?.at ?? segment.at));
  happen(moment, () => {
    arrive(moment, segment);
    segmentArrives(moment, segment);
  });
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
  const segment = moment.state.segments[due.segment];
  if (!segment) return;
  happen(moment, () => {
    arrive(moment, segment);
    segmentArrives(moment, segment);
  });
}

function passTime(moment: Moment, to: number) {
  const from = moment.state.now;
  if (to <= from) return;
  moment.state.now = to;
  moment.events.push({ kind: 'time-passed', from, to });
}
