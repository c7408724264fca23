import { assertNever } from '@/lib/assert-never';
import { abortCall } from '../tcp/abort-call';
import { closeCall } from '../tcp/close-call';
import { type Due, nextDue } from '../tcp/due';
import type { TcpEvent } from '../tcp/event';
import { happen, type Moment, begin as tcpBegin } from '../tcp/moment';
import { arrive, delaySegment } from '../tcp/network';
import { activeOpen, passiveOpen } from '../tcp/open-call';
import { segmentArrives } from '../tcp/segment-arrives';
import { sendBytes } from '../tcp/send-call';
import type { Side } from '../tcp/setup';
import type { TcpState } from '../tcp/state';
import { timeOut } from '../tcp/timeouts';

/** The line that everything shares: when each direction will have put all on it that waits. Virtual milliseconds. */
export type Line = { clientFree: number; serverFree: number };

/** What TCP tells the programs at its two ends. */
export type Told =
  | { kind: 'opened'; side: Side; at: number }
  | { kind: 'arrived'; side: Side; at: number; bytes: Uint8Array }
  | { kind: 'closing'; side: Side; at: number }
  | { kind: 'failed'; side: Side; at: number; why: 'refused' | 'reset' | 'gave-up' };

/** Milliseconds that so many bytes take. */
export function timeOnLine(bytes: number, kilobitsPerSecond: number): number {
  return (bytes * 8) / kilobitsPerSecond;
}

/** Lets the next thing happen in a connection (an arrival, a timer). */
export function goOn(tcp: TcpState, line: Line, bandwidth: number): Told[] {
  const before = tcp.log.length;
  const moment = tcpBegin(tcp);
  const due = nextDue(tcp);
  if (due) {
    tcp.now = Math.max(tcp.now, due.at);
    happen(moment, () => befall(moment, due));
  }
  queue(tcp, before, line, bandwidth);
  return toldBy(moment.events);
}

/** On this line nobody forges or changes a segment: each is as its sender wrote it. */
function befall(moment: Moment, due: Due) {
  if (due.kind === 'timer') return timeOut(moment, due.side, due.timer);
  const segment = moment.state.log.get(due.segment);
  if (!segment) return;
  arrive(moment, segment);
  segmentArrives(moment, segment);
}

type Call =
  | { kind: 'listen' | 'open' | 'close' | 'abort'; side: Side }
  | { kind: 'send'; side: Side; bytes: Uint8Array };

/** A program's call at a time at which nothing that fell due before is left undone. */
export function call(tcp: TcpState, at: number, asked: Call, line: Line, bandwidth: number): Told[] {
  tcp.now = Math.max(tcp.now, at);
  const before = tcp.log.length;
  const moment = tcpBegin(tcp);
  happen(moment, () => perform(moment, asked));
  queue(tcp, before, line, bandwidth);
  return toldBy(moment.events);
}

function perform(moment: Moment, asked: Call) {
  switch (asked.kind) {
    case 'listen':
      return passiveOpen(moment, asked.side);
    case 'open':
      return activeOpen(moment, asked.side);
    case 'send':
      return sendBytes(moment, asked.side, asked.bytes);
    case 'close':
      return closeCall(moment, asked.side);
    case 'abort':
      return abortCall(moment, asked.side);
    default:
      return assertNever(asked);
  }
}

/**
 * The line is narrow: what was just put on it waits for what is before it, and then takes as long as its bytes take.
 * Not as in life: the queue is at the sender's end and never overflows.
 */
function queue(tcp: TcpState, from: number, line: Line, bandwidth: number): void {
  for (let id = from; id < tcp.log.length; id += 1) {
    const segment = tcp.log.get(id);
    if (segment?.fate !== 'in-flight') continue;
    const free = segment.from === 'client' ? 'clientFree' : 'serverFree';
    const done = Math.max(tcp.now, line[free]) + timeOnLine(segment.bytes.length, bandwidth);
    line[free] = done;
    delaySegment(tcpBegin(tcp), segment, done - tcp.now);
  }
}

function toldBy(events: readonly TcpEvent[]): Told[] {
  const told: Told[] = [];
  for (const event of events) {
    if (event.kind === 'data-delivered')
      told.push({ kind: 'arrived', side: event.side, at: event.at, bytes: event.bytes });
    if (event.kind === 'state-changed' && event.to === 'ESTABLISHED')
      told.push({ kind: 'opened', side: event.side, at: event.at });
    if (event.kind !== 'notified') continue;
    const { side, at, notice } = event;
    if (notice === 'connection-closing') told.push({ kind: 'closing', side, at });
    else if (notice === 'connection-refused') told.push({ kind: 'failed', side, at, why: 'refused' });
    else if (notice === 'connection-reset') told.push({ kind: 'failed', side, at, why: 'reset' });
    else told.push({ kind: 'failed', side, at, why: 'gave-up' });
  }
  return told;
}
