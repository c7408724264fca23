import { describe, expect, it } from 'vitest';
import type { TcpAction } from './action';
import type { TcpEvent } from './event';
import { whyOf } from './event';
import { differences, type TableColumn, type TableEvent, table, tableColumns } from './rfc-9293-table';
import { has, type Segment, type SegmentFields } from './segment';
import { plus } from './sequence-number';
import { peerOf, type Side, tcpSetupSchema } from './setup';
import { start } from './start';
import type { Endpoint, TcpState } from './state';
import { advance, step } from './step';

const setup = tcpSetupSchema.parse({
  client: { iss: 1_000, reading: 'on-call' },
  server: { iss: 5_000, reading: 'on-call' },
  times: { userTimeout: 3_000_000 },
});

/** How each state is come to: who is looked at, and what happens before. All that is still under way is lost. */
const ways: Record<TableColumn, { side: Side; actions: readonly string[] }> = {
  CLOSED: { side: 'client', actions: [] },
  LISTEN: { side: 'server', actions: ['server listen'] },
  'SYN-SENT': { side: 'client', actions: ['client open'] },
  'SYN-RECEIVED (passive)': { side: 'server', actions: ['server listen', 'client open', 'next'] },
  'SYN-RECEIVED (active)': { side: 'client', actions: ['client open', 'server open', 'next', 'next'] },
  ESTABLISHED: { side: 'client', actions: opened() },
  'FIN-WAIT-1': { side: 'client', actions: [...opened(), 'client close'] },
  'FIN-WAIT-2': { side: 'client', actions: [...opened(), 'client close', 'next', 'next'] },
  'CLOSE-WAIT': { side: 'client', actions: [...opened(), 'server close', 'next'] },
  CLOSING: { side: 'client', actions: [...opened(), 'client close', 'server close', 'next', 'next'] },
  'LAST-ACK': { side: 'client', actions: [...opened(), 'server close', 'next', 'client close'] },
  'TIME-WAIT': {
    side: 'client',
    actions: [...opened(), 'client close', 'next', 'next', 'server close', 'next'],
  },
};

function opened(): string[] {
  return ['server listen', 'client open', 'next', 'next', 'next'];
}

function reach(column: TableColumn): { side: Side; state: TcpState } {
  const { side, actions } = ways[column];
  let state = start(setup, 1);
  for (const line of actions) {
    const [who = '', kind = ''] = line.split(' ');
    const action: TcpAction =
      line === 'next'
        ? { kind: 'next' }
        : { kind: kind as 'listen' | 'open' | 'close', side: who === 'client' ? 'client' : 'server' };
    state = step(state, action).state;
  }
  for (const id of [...state.wire]) state = step(state, { kind: 'drop', segment: id }).state;
  return { side, state };
}

/** What arrives, in terms of the variables of the side it arrives at. */
function arriving(
  event: TableEvent,
  { SND, RCV, state }: Endpoint,
): Pick<Segment, 'flags' | 'seq' | 'ack'> & { text?: string } {
  const next = RCV.NXT;
  // Before the peer is known any number will do.
  const acked = state === 'CLOSED' || state === 'LISTEN' ? 7_000 : SND.NXT;
  switch (event) {
    case 'RST, exactly at RCV.NXT':
      return state === 'SYN-SENT'
        ? { flags: ['RST', 'ACK'], seq: 0, ack: acked }
        : { flags: ['RST'], seq: next, ack: 0 };
    case 'RST, elsewhere in the window':
      return { flags: ['RST'], seq: plus(next, 10), ack: 0 };
    case 'RST, outside the window':
      return { flags: ['RST'], seq: plus(next, -1), ack: 0 };
    case 'SYN, in the window':
      return { flags: ['SYN'], seq: next, ack: 0 };
    case 'SYN, outside the window':
      return { flags: ['SYN'], seq: plus(next, -10), ack: 0 };
    case 'SYN with text':
      return { flags: ['SYN'], seq: next, ack: 0, text: 'abc' };
    case 'SYN,ACK of what was sent, with text':
      return { flags: ['SYN', 'ACK'], seq: next, ack: acked, text: 'abc' };
    case 'text with URG, in order':
      return { flags: ['URG', 'ACK'], seq: next, ack: acked, text: 'abc' };
    case 'SYN,ACK of what was sent':
      return { flags: ['SYN', 'ACK'], seq: next, ack: acked };
    case 'SYN,ACK of what was not sent':
      return { flags: ['SYN', 'ACK'], seq: next, ack: plus(acked, 5) };
    case 'ACK of what was sent':
      return { flags: ['ACK'], seq: next, ack: acked };
    case 'ACK, old':
      return { flags: ['ACK'], seq: next, ack: plus(SND.UNA, -1) };
    case 'ACK of what was not sent':
      return { flags: ['ACK'], seq: next, ack: plus(acked, 5) };
    case 'text, in order, without ACK':
      return { flags: [], seq: next, ack: 0, text: 'abc' };
    case 'text, in order':
      return { flags: ['ACK'], seq: next, ack: acked, text: 'abc' };
    case 'text, ahead of its turn':
      return { flags: ['ACK'], seq: plus(next, 5), ack: acked, text: 'abc' };
    case 'text, old':
      return { flags: ['ACK'], seq: plus(next, -3), ack: acked, text: 'abc' };
    case 'text, beyond the window':
      return { flags: ['ACK'], seq: plus(next, RCV.WND), ack: acked, text: 'abc' };
    case 'FIN, in order, old ACK':
      return { flags: ['FIN', 'ACK'], seq: next, ack: SND.UNA };
    case 'FIN, in order':
      return { flags: ['FIN', 'ACK'], seq: next, ack: acked };
    case 'FIN, again':
      return { flags: ['FIN', 'ACK'], seq: plus(next, -1), ack: acked };
    default:
      throw new Error(`${event} is no segment`);
  }
}

type Before = { side: Side; state: TcpState; segment?: Segment };

/** Some events need something to be about: text that waits, or text without an answer. */
function prepare(event: TableEvent, { side, state }: Before): void {
  const own = state[side];
  if (event === 'RECEIVE, text waiting' && own.state !== 'CLOSED') own.application.buffered = new Uint8Array(3);
  const sendsText = own.state === 'ESTABLISHED' || own.state === 'CLOSE-WAIT';
  if (!sendsText || (event !== 'USER TIMEOUT' && event !== 'RETRANSMISSION TIMEOUT')) return;
  advance(state, { kind: 'send', side, text: 'abc' });
  advance(state, { kind: 'drop', segment: state.segments.length - 1 });
}

/** Lets the event happen. null: it cannot happen in this state. */
function befall(
  event: TableEvent,
  { side, state }: Before,
): { events: readonly TcpEvent[]; state: TcpState; segment?: Segment } | null {
  const call = calls[event];
  if (call) return step(state, call(side));
  if (event === 'RECEIVE, text waiting') {
    return step(state, { kind: 'receive', side });
  }
  const timer = timers[event];
  if (timer) {
    const due = state[side].timers[timer];
    if (due === undefined) return null;
    const peer = peerOf(side);
    const alone = {
      ...state,
      [side]: { ...state[side], timers: { [timer]: due } },
      [peer]: { ...state[peer], timers: {} },
    };
    return step(alone, { kind: 'next' });
  }
  const { flags, seq, ack, text } = arriving(event, state[side]);
  const sent = step(state, { kind: 'forge', to: side, flags: [...flags], seq, ack, ...(text ? { text } : {}) }).state;
  const segment = sent.segments.at(-1);
  return { ...step(sent, { kind: 'deliver', segment: segment?.id ?? 0 }), ...(segment ? { segment } : {}) };
}

const calls: Partial<Record<TableEvent, (side: Side) => TcpAction>> = {
  'OPEN, passive': (side) => ({ kind: 'listen', side }),
  'OPEN, active': (side) => ({ kind: 'open', side }),
  SEND: (side) => ({ kind: 'send', side, text: 'abc' }),
  'RECEIVE, nothing waiting': (side) => ({ kind: 'receive', side }),
  CLOSE: (side) => ({ kind: 'close', side }),
  ABORT: (side) => ({ kind: 'abort', side }),
  STATUS: (side) => ({ kind: 'status', side }),
};
const timers: Partial<Record<TableEvent, 'user' | 'retransmission' | 'time-wait'>> = {
  'USER TIMEOUT': 'user',
  'RETRANSMISSION TIMEOUT': 'retransmission',
  'TIME-WAIT TIMEOUT': 'time-wait',
};

/** What came of it, as the table says it. */
function outcome(event: TableEvent, column: TableColumn): string {
  const before = reach(column);
  prepare(event, before);
  const after = befall(event, before);
  if (!after) return 'no such timer runs';
  const { side } = before;
  const was = before.state[side];
  const is = after.state[side];
  const why = whyOf(after.events);
  const told: string[] = [];
  for (const one of after.events) {
    if (one.kind === 'state-changed' && one.side === side) told.push(`→ ${one.to}`);
    if (one.kind === 'notified' && one.side === side) told.push(`tells ${one.notice}`);
    if (one.kind === 'timer-started' && one.timer === 'time-wait') told.push('starts TIME-WAIT timer');
    if (one.kind === 'segment-sent' && one.side === side)
      told.push(form(after.state.segments[one.segment], was, is, after.segment));
  }
  if (is.held.length > was.held.length) told.push('keeps the text for later');
  const waiting = is.application.buffered.length - was.application.buffered.length;
  if (waiting > 0) told.push(`takes ${waiting} bytes`);
  if (waiting < 0) told.push(`hands over ${-waiting} bytes`);
  if (is.sendQueue.length > was.sendQueue.length) told.push('queues the text');
  if (is.closeQueued && !was.closeQueued && is.finSeq === null) told.push('queues the FIN');
  if (why?.code === 'call-failed') told.push(`error: ${why.error}`);
  if (why?.code === 'status') told.push(`says ${why.state}`);
  return told.join('; ') || 'nothing';
}

/** As the RFC writes segments: <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>. */
function form(sent: Segment | undefined, was: Endpoint, is: Endpoint, heard: SegmentFields | undefined): string {
  if (!sent) return '?';
  const named = (value: number, names: [string, number | undefined][]) =>
    names.find(([, number]) => number === value)?.[0] ?? String(value);
  const fromSegment: [string, number | undefined][] = sent.flags.includes('RST')
    ? [
        ['SEG.ACK', heard && has(heard, 'ACK') ? heard.ack : undefined],
        ['0', 0],
      ]
    : [];
  const seq = named(sent.seq, [...fromSegment, ['ISS', is.ISS], ['SND.NXT', was.SND.NXT], ['SND.UNA', was.SND.UNA]]);
  const end = heard
    ? plus(heard.seq, heard.text.length + heard.flags.filter((flag) => flag === 'SYN' || flag === 'FIN').length)
    : undefined;
  const ack = has(sent, 'ACK')
    ? `<ACK=${named(sent.ack, [...(sent.flags.includes('RST') ? [['SEG.SEQ+SEG.LEN', end] as [string, number | undefined]] : []), ['RCV.NXT', is.RCV.NXT]])}>`
    : '';
  const control = (['SYN', 'FIN', 'RST', 'ACK'] as const).filter((flag) => has(sent, flag)).join(',');
  return `<SEQ=${seq}>${ack}<CTL=${control}>${sent.text.length > 0 ? ` with ${sent.text.length} bytes` : ''}`;
}

describe.each(table)('RFC 9293 §$section: $event', ({ event, outcomes }) => {
  it.each(tableColumns)('in %s', (column) => {
    const said = outcomes.filter(([, columns]) => columns.split(', ').includes(column)).map(([what]) => what);
    expect(said).toEqual([outcome(event, column)]);
  });
});

it('has every event in every state, and each difference from the letter in a cell that is there', () => {
  expect(table.length * tableColumns.length).toBe(384);
  for (const { event, columns } of differences) {
    expect(table.some((row) => row.event === event)).toBe(true);
    for (const column of columns.split(', ')) expect(tableColumns).toContain(column);
  }
});

it('comes to each state as it says', () => {
  for (const column of tableColumns) {
    const { side, state } = reach(column);
    expect(column.replace(/ \(.*/, '')).toBe(state[side].state);
  }
});
