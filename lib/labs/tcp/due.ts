import { type Side, sides } from './setup';
import { type TcpState, type Timer, timers } from './state';

/** What time will bring next: a segment's arrival, or a timer. */
export type Due =
  | { at: number; kind: 'arrival'; segment: number }
  | { at: number; kind: 'timer'; side: Side; timer: Timer };

/** The first thing that falls due. At the same millisecond: arrivals before timers, the segment sent earlier, the client. */
export function nextDue(state: TcpState): Due | null {
  const arrival = nextArrival(state);
  const timer = nextTimer(state);
  if (arrival && timer) return arrival.at <= timer.at ? arrival : timer;
  return arrival ?? timer;
}

function nextArrival(state: TcpState): Due | null {
  const first = state.log.get(state.wire[0] ?? -1);
  return first ? { at: first.at, kind: 'arrival', segment: first.id } : null;
}

function nextTimer(state: TcpState): Due | null {
  let first: Due | null = null;
  for (const side of sides) {
    for (const timer of timers) {
      const at = state[side].timers[timer];
      if (at !== undefined && (first === null || at < first.at)) first = { at, kind: 'timer', side, timer };
    }
  }
  return first;
}
