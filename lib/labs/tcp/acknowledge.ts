import type { Moment } from './moment';
import { segmentize } from './segmentize';
import type { Endpoint } from './state';
import { startTimer } from './timer';
import { sendAck } from './transmit';

/**
 * Acknowledges what has arrived: along with text or FIN that can leave now, by a segment of its own, or (when the setup
 * lets it wait, RFC 9293 §3.8.6.3) after the delay. Every second segment is acknowledged at once.
 */
export function acknowledge(moment: Moment, endpoint: Endpoint, when: 'at-once' | 'may-wait'): void {
  endpoint.acksOwed += 1;
  segmentize(moment, endpoint);
  if (endpoint.acksOwed === 0) return;
  const delay = moment.state.setup[endpoint.side].ackDelay;
  const waits = when === 'may-wait' && delay > 0 && endpoint.acksOwed < 2;
  if (!waits) sendAck(moment, endpoint);
  else if (endpoint.timers['delayed-ack'] === undefined) startTimer(moment, endpoint, 'delayed-ack', delay);
}
