import type { Moment } from './moment';
import type { Endpoint, Timer } from './state';

/** Starts a timer, or starts it again. `after` is milliseconds from now. */
export function startTimer(moment: Moment, endpoint: Endpoint, timer: Timer, after: number): void {
  const at = moment.state.now;
  endpoint.timers[timer] = at + after;
  moment.events.push({ kind: 'timer-started', at, side: endpoint.side, timer, due: at + after });
}

export function stopTimer(moment: Moment, endpoint: Endpoint, timer: Timer): void {
  if (endpoint.timers[timer] === undefined) return;
  endpoint.timers[timer] = undefined;
  moment.events.push({ kind: 'timer-stopped', at: moment.state.now, side: endpoint.side, timer });
}
