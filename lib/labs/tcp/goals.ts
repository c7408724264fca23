import { assertNever } from '@/lib/assert-never';
import { beginsWith, sameBytes } from '../bytes';
import type { DeadEnd } from '../lab';
import { bytesOfHex } from './craft';
import type { TcpGoal } from './goal';
import { type Flag, has, type Segment } from './segment';
import { before } from './sequence-number';
import { peerOf, type Side, sides } from './setup';
import type { ConnectionState, TcpState } from './state';

/** Whether a goal holds in a state. */
export function isMet(goal: TcpGoal, state: TcpState): boolean {
  switch (goal.kind) {
    case 'in-state':
      return state[goal.side].state === goal.state;
    case 'passed-through':
      return state.stateChanges.some((change) => change.side === goal.side && change.to === goal.state);
    case 'received':
      return sameBytes(state[goal.side].application.received, new TextEncoder().encode(goal.text));
    case 'received-after-close':
      return receivedAfterClose(state, goal.side);
    case 'closed-cleanly':
      return sides.every((side) => state[side].state === 'CLOSED') && closedInOrder(state);
    case 'closed-with':
      return closedInOrder(state) && closingSegments(state) === goal.segments;
    case 'segment-lost':
      return state.segments.some(
        (segment) => segment.fate === 'lost' && segment.from === goal.from && isSuch(segment, goal.flags),
      );
    case 'last-ack-lost':
      return lastAckLost(state);
    case 'retransmitted':
      return own(state).some(
        (segment) => segment.from === goal.from && segment.repeats !== undefined && has(segment, goal.flag),
      );
    case 'notified':
      return state[goal.side].application.notices.includes(goal.notice);
    case 'received-bytes':
      return sameBytes(state[goal.side].application.received, bytesOfHex(goal.hex));
    case 'checksum-refused':
      return state.segments.some(({ from, refused }) => refused === 'checksum' && from !== goal.side);
    case 'checksum-passed':
      return state.segments.some((segment) => isPassed(segment, goal));
    case 'window-scaled':
      return sides.every((side) => offeredScale(state, side));
    case 'zero-window-probed':
      return state.segments.some(({ from, purpose }) => purpose === 'window-probe' && from === goal.from);
    case 'fast-retransmitted':
      return state.segments.some(({ from, purpose }) => purpose === 'fast-retransmission' && from === goal.from);
    case 'cookie-accepted':
      return state.stateChanges.some(({ side, byCookie }) => byCookie && side === goal.side);
    case 'opened-at-once':
      return bothWent(state, 'SYN-SENT', 'SYN-RECEIVED');
    case 'closed-at-once':
      return bothWent(state, 'FIN-WAIT-1', 'CLOSING');
    case 'segments-at-most':
      return state.segments.length > 0 && own(state).length <= goal.segments;
    default:
      return assertNever(goal);
  }
}

/** The segments that the two ends sent; the network's copies left out. */
function own(state: TcpState): readonly Segment[] {
  return state.segments.filter((segment) => segment.copyOf === undefined);
}

/** Built by the learner, and the receiver's sum came out right. */
function isPassed(segment: Segment, goal: Extract<TcpGoal, { kind: 'checksum-passed' }>): boolean {
  const { crafted, fate, refused, from } = segment;
  if (!crafted || (goal.byHand && crafted !== 'by-hand')) return false;
  return (
    fate === 'arrived' && refused === undefined && from !== goal.side && goal.flags.every((flag) => has(segment, flag))
  );
}

function offeredScale(state: TcpState, side: Side): boolean {
  return state.segments.some(
    (segment) =>
      segment.from === side &&
      !segment.forged &&
      segment.fate === 'arrived' &&
      has(segment, 'SYN') &&
      segment.windowScale !== undefined,
  );
}

function bothWent(state: TcpState, from: ConnectionState, to: ConnectionState): boolean {
  return sides.every((side) =>
    state.stateChanges.some((change) => change.side === side && change.from === from && change.to === to),
  );
}

/** "SYN" means a bare SYN, not a SYN,ACK; PSH is not looked at. */
function isSuch(segment: Segment, wanted: readonly Flag[]): boolean {
  const telling = ['SYN', 'FIN', 'RST', 'ACK'] as const;
  const isBareAck = wanted.includes('ACK') && wanted.length === 1 ? segment.text.length === 0 : true;
  // Every FIN acknowledges as well: FIN alone names it.
  const mayAck = wanted.includes('FIN') || wanted.includes('RST');
  return (
    isBareAck &&
    wanted.every((flag) => has(segment, flag)) &&
    telling.every((flag) => wanted.includes(flag) || !has(segment, flag) || (flag === 'ACK' && mayAck))
  );
}

/** Both ends left by LAST-ACK or TIME-WAIT (or still wait there), and nobody had to reset. */
function closedInOrder(state: TcpState): boolean {
  if (state.segments.some((segment) => has(segment, 'RST'))) return false;
  return sides.every((side) => {
    const last = state.stateChanges.findLast((change) => change.side === side);
    if (!last) return false;
    return last.to === 'TIME-WAIT' || (last.to === 'CLOSED' && (last.from === 'TIME-WAIT' || last.from === 'LAST-ACK'));
  });
}

function closingSegments(state: TcpState): number {
  const sent = own(state);
  const first = sent.findIndex((segment) => has(segment, 'FIN'));
  return first === -1 ? 0 : sent.length - first;
}

function receivedAfterClose(state: TcpState, side: Side): boolean {
  const closed = state.stateChanges.find((change) => change.side === side && change.to === 'FIN-WAIT-1');
  if (!closed) return false;
  const isLater = (segment: Segment) =>
    segment.from !== side && segment.fate === 'arrived' && segment.sentAt >= closed.at;
  return (
    state.segments.some((segment) => isLater(segment) && segment.text.length > 0) &&
    state[side].application.received.length > 0
  );
}

/** The acknowledgement of the FIN that was sent second. */
function lastAckLost(state: TcpState): boolean {
  const sent = own(state);
  const firstFin = sent.find((segment) => has(segment, 'FIN'));
  const secondFin = sent.find((segment) => has(segment, 'FIN') && segment.from !== firstFin?.from);
  if (!secondFin) return false;
  const finEnd = secondFin.seq + secondFin.len - 1;
  return state.segments.some(
    (segment) =>
      segment.fate === 'lost' &&
      segment.from !== secondFin.from &&
      has(segment, 'ACK') &&
      before(finEnd >>> 0, segment.ack),
  );
}

/** Why a goal is out of reach. */
export type TcpDeadEnd = 'too-many-segments' | 'reset-sent' | 'other-text' | 'peer-has-closed' | 'connection-over';

/** See `Lab.deadEnd`. `allowed` are the kinds of action the task leaves to the learner. */
export function deadEnd(goals: readonly TcpGoal[], state: TcpState, allowed: readonly string[]): DeadEnd | null {
  for (const [goal, wanted] of goals.entries()) {
    const why = whyUnreachable(wanted, state, allowed);
    if (why) return { goal, why };
  }
  return null;
}

function whyUnreachable(goal: TcpGoal, state: TcpState, allowed: readonly string[]): TcpDeadEnd | null {
  const isMetNow = isMet(goal, state);
  switch (goal.kind) {
    case 'segments-at-most':
      return own(state).length > goal.segments ? 'too-many-segments' : null;
    case 'closed-with':
      return closingSegments(state) > goal.segments ? 'too-many-segments' : resetOrOver(state, isMetNow, allowed);
    case 'closed-cleanly':
      return resetOrOver(state, isMetNow, allowed);
    case 'received':
      if (!beginsWith(new TextEncoder().encode(goal.text), state[goal.side].application.received)) return 'other-text';
      return isMetNow ? null : over(state, allowed);
    case 'received-after-close':
      if (isMetNow) return null;
      return hasClosed(state, peerOf(goal.side)) && !allowed.includes('open')
        ? 'peer-has-closed'
        : over(state, allowed);
    case 'in-state':
      return isMetNow || goal.state === 'CLOSED' || goal.state === 'LISTEN' ? null : over(state, allowed);
    case 'received-bytes':
      if (!beginsWith(bytesOfHex(goal.hex), state[goal.side].application.received)) return 'other-text';
      return isMetNow ? null : over(state, allowed);
    case 'checksum-refused':
    case 'checksum-passed':
      // Bytes can be sent to anyone at any time.
      return null;
    case 'passed-through':
    case 'segment-lost':
    case 'last-ack-lost':
    case 'retransmitted':
    case 'notified':
    case 'window-scaled':
    case 'zero-window-probed':
    case 'fast-retransmitted':
    case 'cookie-accepted':
    case 'opened-at-once':
    case 'closed-at-once':
      return isMetNow ? null : over(state, allowed);
    default:
      return assertNever(goal);
  }
}

function resetOrOver(state: TcpState, isMetNow: boolean, allowed: readonly string[]): TcpDeadEnd | null {
  if (state.segments.some((segment) => has(segment, 'RST'))) return 'reset-sent';
  return isMetNow ? null : over(state, allowed);
}

/** Both ends are closed, nothing is under way, and the task does not let anyone open again. */
function over(state: TcpState, allowed: readonly string[]): TcpDeadEnd | null {
  const isOver =
    state.segments.length > 0 && state.wire.length === 0 && sides.every((side) => state[side].state === 'CLOSED');
  return isOver && !allowed.includes('open') ? 'connection-over' : null;
}

function hasClosed(state: TcpState, side: Side): boolean {
  const { closeQueued, state: at, opens } = state[side];
  return closeQueued || (at === 'CLOSED' && opens > 0);
}
