import { concatenated } from '../bytes';
import { failCall } from './call-error';
import { explain, type Moment } from './moment';
import { enterNetwork } from './network';
import { read } from './receive-call';
import type { Segment } from './segment';
import { peerOf, type Side } from './setup';

/** What fits into one packet of 1,500 bytes beside both headers. Like hosts that look for the path's size, ours do not fragment. */
export const mostUdpText = 1_500 - 20 - 8;

/** SEND over UDP (RFC 768): one datagram, on its way at once. Nothing is kept, so nothing can be sent again. */
export function udpSend(moment: Moment, side: Side, text: string) {
  const endpoint = moment.state[side];
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > mostUdpText) return failCall(moment, side, 'send', 'too-long');
  endpoint.application.sent = concatenated(endpoint.application.sent, bytes);
  enterNetwork(moment, side, { seq: 0, ack: 0, flags: [], wnd: 0, text: bytes, protocol: 'udp' });
  explain(moment, { code: 'datagram-sent', side, bytes: bytes.length });
}

/** RECEIVE over UDP: one datagram, whole. */
export function udpReceive(moment: Moment, side: Side) {
  const endpoint = moment.state[side];
  const [size, ...others] = endpoint.application.datagrams;
  if (size === undefined) return failCall(moment, side, 'receive', 'nothing-to-read');
  endpoint.application.datagrams = others;
  read(moment, endpoint, size);
  explain(moment, { code: 'read', side, bytes: size, wnd: roomFor(moment, side) });
}

/** A datagram arrives: in whatever order, as often as it comes; and what the buffer has no room for is gone. */
export function datagramArrives(moment: Moment, datagram: Segment) {
  const side = peerOf(datagram.from);
  const endpoint = moment.state[side];
  const bytes = datagram.text.length;
  if (bytes > roomFor(moment, side)) return explain(moment, { code: 'datagram-dropped', side, bytes });
  endpoint.application.buffered = concatenated(endpoint.application.buffered, datagram.text);
  endpoint.application.datagrams = [...endpoint.application.datagrams, bytes];
  explain(moment, { code: 'datagram-arrived', side, bytes });
  if (moment.state.setup[side].reading !== 'at-once') return;
  endpoint.application.datagrams = [];
  read(moment, endpoint);
}

function roomFor(moment: Moment, side: Side): number {
  return moment.state.setup[side].window - moment.state[side].application.buffered.length;
}
