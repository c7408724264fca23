import { explain, type Moment } from './moment';
import { has, lengthOf, type Segment } from './segment';
import { before, notAfter } from './sequence-number';
import type { Endpoint } from './state';
import { sendAck } from './transmit';

/** RFC 7323 §5.5: after 24 days the clock may have wrapped, and TS.Recent says nothing any more. */
const outdated = 24 * 24 * 3_600_000;

/** RFC 5961 §7 wants such answers throttled and leaves the figures open: these are Linux's, milliseconds. */
const leastBetweenAnswers = 500;

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
  const answered = mayAnswer(moment, endpoint, segment);
  if (answered) sendAck(moment, endpoint);
  explain(moment, { code: 'wrapped', side, value, recent: clock.recent, answered });
  return false;
}

/**
 * "Send an acknowledgment in reply", says R1; but acknowledgements that overtook each other would be answered by
 * acknowledgements that do the same, and on a network that doubles them they would only become more. Text, SYN and FIN
 * cannot be part of such a loop: their sender always hears how far the peer has come.
 */
function mayAnswer(moment: Moment, endpoint: Endpoint, segment: Segment): boolean {
  if (lengthOf(segment) > 0) return true;
  const { clock } = endpoint;
  const { now } = moment.state;
  if (clock.refusedAt !== null && now - clock.refusedAt < leastBetweenAnswers) return false;
  clock.refusedAt = now;
  return true;
}

/** RFC 7323 §4.3: the clock of the segment that Last.ACK.sent waited for is the one to echo. */
export function rememberTimestamp(moment: Moment, endpoint: Endpoint, segment: Segment): void {
  const { clock } = endpoint;
  if (!endpoint.negotiated.timestamps || !segment.timestamps) return;
  if (before(clock.lastAckSent, segment.seq)) return;
  clock.recent = segment.timestamps.value;
  clock.recentAt = moment.state.now;
}
