import { deleteTcb, explain, type Moment, notify } from './moment';
import type { Endpoint } from './state';
import { startTimer, stopTimer } from './timer';

/** Something waits to be acknowledged: from now on the user's patience counts (RFC 9293 §3.9.1.1, OPEN's time-out). */
export function beginPatience(moment: Moment, endpoint: Endpoint): void {
  const { userTimeout } = moment.state.setup.times;
  if (userTimeout !== undefined && endpoint.timers.user === undefined)
    startTimer(moment, endpoint, 'user', userTimeout);
}

/** The peer has acknowledged something: patience begins anew, or is not needed any more. */
export function progress(moment: Moment, endpoint: Endpoint): void {
  if (endpoint.timers.user === undefined) return;
  stopTimer(moment, endpoint, 'user');
  if (endpoint.retransmissionQueue.length > 0 || endpoint.sendQueue.length > 0) beginPatience(moment, endpoint);
}

/** USER TIMEOUT (RFC 9293 §3.10.8): flush all queues, tell the user, delete the TCB. */
export function patienceIsOver(moment: Moment, endpoint: Endpoint): void {
  const { side } = endpoint;
  explain(moment, { code: 'user-timeout', side, waited: moment.state.setup.times.userTimeout ?? 0 });
  notify(moment, endpoint, 'user-timeout');
  deleteTcb(moment, side);
}
