import { noBytes } from '../bytes';
import type { Moment } from './moment';
import { enterNetwork, type Journey } from './network';
import { sackBlocks, timestampsNow, windowField } from './options-in-use';
import { type Flag, has, lengthOf, type Segment, type SegmentFields } from './segment';
import type { SegmentOptions } from './segment-options';
import { plus } from './sequence-number';
import type { Endpoint } from './state';
import { startTimer, stopTimer } from './timer';
import { beginPatience } from './user-timeout';

/** Sends text, SYN or FIN: takes sequence numbers, is kept until acknowledged, and runs the retransmission timer. */
export function transmit(
  moment: Moment,
  endpoint: Endpoint,
  part: { flags: readonly Flag[]; text?: Uint8Array } & Pick<SegmentOptions, 'mss' | 'windowScale' | 'sackPermitted'>,
  journey: Journey = {},
): Segment {
  const fields: SegmentFields = {
    seq: endpoint.SND.NXT,
    ack: 0,
    wnd: 0,
    flags: part.flags,
    text: part.text ?? noBytes,
    mss: part.mss,
    windowScale: part.windowScale,
    sackPermitted: part.sackPermitted,
  };
  const segment = send(moment, endpoint, fields, journey);
  endpoint.SND.NXT = plus(endpoint.SND.NXT, lengthOf(fields));
  endpoint.retransmissionQueue.push({
    segment: fields,
    first: segment.id,
    sentAt: moment.state.now,
    retransmissions: 0,
  });
  // RFC 6298 §5.1: if the timer is not running, start it.
  if (endpoint.timers.retransmission === undefined) startTimer(moment, endpoint, 'retransmission', endpoint.RTO);
  endpoint.lastSentAt = moment.state.now;
  beginPatience(moment, endpoint);
  return segment;
}

/** Puts acknowledgement, window and timestamps as they are now on a segment and sends it: nothing is owed any more. */
export function send(moment: Moment, endpoint: Endpoint, fields: SegmentFields, journey: Journey = {}): Segment {
  const acknowledges = has(fields, 'ACK');
  if (acknowledges) {
    endpoint.acksOwed = 0;
    stopTimer(moment, endpoint, 'delayed-ack');
  }
  const current: SegmentFields = {
    seq: fields.seq,
    ack: acknowledges ? endpoint.RCV.NXT : 0,
    flags: fields.flags,
    wnd: windowField(endpoint, has(fields, 'SYN')),
    text: fields.text,
    mss: fields.mss,
    windowScale: fields.windowScale,
    sackPermitted: fields.sackPermitted,
    timestamps: timestampsNow(moment, endpoint, acknowledges),
    sack: undefined,
  };
  const sack = acknowledges ? sackBlocks(endpoint, current, fields.text.length) : undefined;
  if (sack) current.sack = sack;
  if (acknowledges && endpoint.negotiated.timestamps) endpoint.clock.lastAckSent = endpoint.RCV.NXT;
  return enterNetwork(moment, endpoint.side, current, journey);
}

/** RFC: <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>. */
export function sendAck(moment: Moment, endpoint: Endpoint): Segment {
  return send(moment, endpoint, { seq: endpoint.SND.NXT, ack: 0, flags: ackOnly, wnd: 0, text: noBytes });
}

export const ackOnly: readonly Flag[] = ['ACK'];

/** A reset in answer to a segment that has no connection here (RFC 9293 §3.10.7.1): it must look acceptable to its receiver. */
export function sendReset(moment: Moment, endpoint: Endpoint, answerTo: Segment): Segment {
  const fields: SegmentFields = has(answerTo, 'ACK')
    ? { seq: answerTo.ack, ack: 0, flags: ['RST'], wnd: 0, text: noBytes }
    : { seq: 0, ack: plus(answerTo.seq, lengthOf(answerTo)), flags: ['RST', 'ACK'], wnd: 0, text: noBytes };
  const { stranger, port } = answerTo;
  return enterNetwork(moment, endpoint.side, fields, { stranger, port });
}
