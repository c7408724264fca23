import { arrivesInSynSent } from './arrives-in-syn-sent';
import { arrivesInSynchronized } from './arrives-in-synchronized';
import { learnPeer } from './learn-peer';
import { changeState, explain, type Moment } from './moment';
import { selectIss } from './open-call';
import { has, type Segment } from './segment';
import { plus } from './sequence-number';
import { peerOf } from './setup';
import type { Endpoint } from './state';
import { sendReset, transmit } from './transmit';

/** SEGMENT ARRIVES (RFC 9293 §3.10.7). */
export function segmentArrives(moment: Moment, segment: Segment) {
  const endpoint = moment.state[peerOf(segment.from)];
  explain(moment, { code: 'ignored', side: endpoint.side });
  if (endpoint.state === 'CLOSED') return arrivesInClosed(moment, endpoint, segment);
  if (endpoint.state === 'LISTEN') return arrivesInListen(moment, endpoint, segment);
  if (endpoint.state === 'SYN-SENT') return arrivesInSynSent(moment, endpoint, segment);
  return arrivesInSynchronized(moment, endpoint, segment);
}

/** §3.10.7.1: there is nothing here; whoever asks is told so by a reset. */
function arrivesInClosed(moment: Moment, endpoint: Endpoint, segment: Segment) {
  const { side } = endpoint;
  if (has(segment, 'RST')) return explain(moment, { code: 'reset-ignored', side, because: 'closed' });
  sendReset(moment, endpoint, segment);
  explain(moment, { code: 'refused', side, flags: segment.flags });
}

/** §3.10.7.2. */
function arrivesInListen(moment: Moment, endpoint: Endpoint, segment: Segment) {
  const { side } = endpoint;
  if (has(segment, 'RST')) return explain(moment, { code: 'reset-ignored', side, because: 'listening' });
  if (has(segment, 'ACK')) {
    // Nothing was ever sent from here, so there is nothing that could be acknowledged.
    sendReset(moment, endpoint, segment);
    return explain(moment, { code: 'refused', side, flags: segment.flags });
  }
  if (!has(segment, 'SYN')) return;
  learnPeer(moment, endpoint, segment);
  selectIss(moment, endpoint);
  changeState(moment, endpoint, 'SYN-RECEIVED');
  transmit(moment, endpoint, { flags: ['SYN', 'ACK'], mss: moment.state.setup[side].mss });
  explain(moment, { code: 'syn-arrived', side, seq: segment.seq, ack: plus(segment.seq, 1), iss: endpoint.ISS });
}
