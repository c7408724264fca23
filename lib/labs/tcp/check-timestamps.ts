import { explain, type Moment } from './moment';
import { has, type Segment } from './segment';
import { before, notAfter } from './sequence-number';
import type { Endpoint } from './state';
import { sendAck } from './transmit';

/** RFC 7323 §5.5: after 24 days the clock may have wrapped, and TS.Recent says nothing any more. */
const outdated = 24 * 24 * 3_600_000;

/**
 * Protection against wrapped sequence numbers (RFC 7323 §5.3, R1): a segment that was sent before the last one that was
 * believed is old, however well its number fits. Returns whether the segment may be looked at; if not, it has been dealt with.
 */
export function checkTimestamps(moment: Moment, endpoint: Endpoint, segment: Segment): boolean {
  if (!endpoint.negotiated.timestamps || has(segment, 'RST')) return true;
  const { side, clock } = endpoint;
  if (!segment.timestamps) {
    // §3.2: "If a non-<RST> segment is received without a TSopt, a TCP SHOULD silently drop the segment."
    explain(moment, { code: 'timestamp-missing', side });
    return false;
  }
  const { value } = segment.timestamps;
  if (notAfter(clock.recent, value) || moment.state.now - clock.recentAt > outdated) return true;
  sendAck(moment, endpoint);
  explain(moment, { code: 'wrapped', side, value, recent: clock.recent });
  return false;
}

/** RFC 7323 §4.3: the clock of the segment that Last.ACK.sent waited for is the one to echo. */
export function rememberTimestamp(moment: Moment, endpoint: Endpoint, segment: Segment): void {
  const { clock } = endpoint;
  if (!endpoint.negotiated.timestamps || !segment.timestamps) return;
  if (before(clock.lastAckSent, segment.seq)) return;
  clock.recent = segment.timestamps.value;
  clock.recentAt = moment.state.now;
}
