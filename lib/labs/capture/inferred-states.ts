import { peerOf, type Side } from '../tcp/setup';
import type { ConnectionState, StateChange } from '../tcp/state';

/** A segment with when it was sent and when it arrived; its numbers begin at zero on each side. */
export type Timed = {
  from: Side;
  flags: readonly string[];
  seq: number;
  ack: number;
  length: number;
  sentAt: number;
  at: number;
};

export type Inferred = {
  /** In which state both sides were when the capture began. */
  begins: ConnectionState;
  changes: StateChange[];
};

type Ends = Record<Side, { state: ConnectionState; finEnd: number | null }>;

/**
 * The states that follow from the segments (RFC 9293 §3.3.2), each taken to have arrived. What an application does without sending
 * anything cannot be seen, so LISTEN is only known of one that answered a SYN.
 */
export function inferStates(segments: readonly Timed[]): Inferred {
  const isFromTheStart = segments[0]?.flags.includes('SYN') ?? false;
  const begins: ConnectionState = isFromTheStart ? 'CLOSED' : 'ESTABLISHED';
  const ends: Ends = { client: { state: begins, finEnd: null }, server: { state: begins, finEnd: null } };
  const changes: StateChange[] = [];
  const turn = (side: Side, to: ConnectionState | null, at: number) => {
    const { state: from } = ends[side];
    if (to === null || to === from) return;
    ends[side].state = to;
    changes.push({ at, side, from, to });
  };
  const began = Math.min(...segments.slice(0, 1).map(({ sentAt }) => sentAt));
  if (isFromTheStart && isAnswered(segments)) turn('server', 'LISTEN', began);
  for (const { segment, side, at, isArrival } of happenings(segments)) {
    if (isArrival) turn(side, arrives(segment, ends[side]), at);
    else turn(side, isSent(segment, ends[side]), at);
  }
  return { begins, changes };
}

function isAnswered(segments: readonly Timed[]): boolean {
  const first = segments.find(({ from }) => from === 'server');
  return first?.flags.includes('SYN') === true && first.flags.includes('ACK');
}

type Happening = { segment: Timed; side: Side; at: number; isArrival: boolean };

/** What happens in the order of time; at the same time an arrival comes first, since what is sent answers it. */
function happenings(segments: readonly Timed[]): Happening[] {
  const all = segments.flatMap((segment): Happening[] => [
    { segment, side: segment.from, at: segment.sentAt, isArrival: false },
    { segment, side: peerOf(segment.from), at: segment.at, isArrival: true },
  ]);
  return all.sort((a, b) => a.at - b.at || Number(b.isArrival) - Number(a.isArrival));
}

function isSent({ flags, seq, length }: Timed, end: Ends[Side]): ConnectionState | null {
  const { state } = end;
  if (flags.includes('RST')) return state === 'LISTEN' ? null : 'CLOSED';
  if (flags.includes('SYN')) {
    if (flags.includes('ACK')) return state === 'LISTEN' || state === 'CLOSED' ? 'SYN-RECEIVED' : null;
    return state === 'CLOSED' || state === 'LISTEN' ? 'SYN-SENT' : null;
  }
  if (!flags.includes('FIN')) return null;
  end.finEnd = (seq + length) >>> 0;
  if (state === 'ESTABLISHED' || state === 'SYN-RECEIVED') return 'FIN-WAIT-1';
  return state === 'CLOSE-WAIT' ? 'LAST-ACK' : null;
}

function arrives({ flags, ack }: Timed, { state, finEnd }: Ends[Side]): ConnectionState | null {
  if (flags.includes('RST')) return state === 'LISTEN' ? null : 'CLOSED';
  if (flags.includes('SYN')) {
    if (state === 'SYN-SENT') return flags.includes('ACK') ? 'ESTABLISHED' : 'SYN-RECEIVED';
    if (state === 'SYN-RECEIVED') return flags.includes('ACK') ? 'ESTABLISHED' : null;
    return state === 'LISTEN' && !flags.includes('ACK') ? 'SYN-RECEIVED' : null;
  }
  const acked = flags.includes('ACK') ? acknowledged(state, finEnd !== null && ack === finEnd) : state;
  const to = flags.includes('FIN') ? finished(acked) : acked;
  return to === state ? null : to;
}

function acknowledged(state: ConnectionState, isOfFin: boolean): ConnectionState {
  if (state === 'SYN-RECEIVED') return 'ESTABLISHED';
  if (!isOfFin) return state;
  if (state === 'FIN-WAIT-1') return 'FIN-WAIT-2';
  if (state === 'CLOSING') return 'TIME-WAIT';
  return state === 'LAST-ACK' ? 'CLOSED' : state;
}

function finished(state: ConnectionState): ConnectionState {
  if (state === 'ESTABLISHED') return 'CLOSE-WAIT';
  if (state === 'FIN-WAIT-1') return 'CLOSING';
  return state === 'FIN-WAIT-2' ? 'TIME-WAIT' : state;
}
