import type { Refusal } from './segment';
import type { Side } from './setup';
import type { ConnectionState, Notice, Timer } from './state';
import type { VariableName, VariableValue } from './variable';
import type { Why } from './why';

/** What happened, in the order in which it happened. `at` is virtual milliseconds; segments are named by id. */
export type TcpEvent =
  | { kind: 'segment-sent'; at: number; side: Side; segment: number }
  | { kind: 'segment-arrived'; at: number; side: Side; segment: number }
  | { kind: 'segment-lost'; at: number; segment: number; by: 'chance' | 'learner' }
  | { kind: 'segment-duplicated'; at: number; segment: number; copy: number }
  | { kind: 'segment-delayed'; at: number; segment: number; until: number }
  /** `bit` counts from the highest; null: all eight were turned over. */
  | { kind: 'segment-corrupted'; at: number; segment: number; byte: number; bit: number | null }
  | { kind: 'segment-refused'; at: number; side: Side; segment: number; because: Refusal }
  | { kind: 'retransmitted'; at: number; side: Side; segment: number; repeats: number; attempt: number }
  | { kind: 'state-changed'; at: number; side: Side; from: ConnectionState; to: ConnectionState }
  | { kind: 'variable-changed'; at: number; side: Side; name: VariableName; was: VariableValue; is: VariableValue }
  | { kind: 'timer-started'; at: number; side: Side; timer: Timer; due: number }
  | { kind: 'timer-stopped'; at: number; side: Side; timer: Timer }
  | { kind: 'timer-expired'; at: number; side: Side; timer: Timer }
  | { kind: 'data-delivered'; at: number; side: Side; bytes: Uint8Array }
  | { kind: 'notified'; at: number; side: Side; notice: Notice }
  | { kind: 'time-passed'; from: number; to: number }
  /** Closes each happening (a call, an arrival, a timer, a deed of the network) and explains it. */
  | { kind: 'why'; at: number; why: Why };

/** The reason to show for a step: that of the last thing that happened in it. */
export function whyOf(events: readonly TcpEvent[]): Why | null {
  for (let index = events.length - 1; index >= 0; index -= 1) {
    const event = events[index];
    if (event?.kind === 'why') return event.why;
  }
  return null;
}
