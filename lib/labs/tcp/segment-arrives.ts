import { arrivesInSynSent } from './arrives-in-syn-sent';
import { arrivesInSynchronized } from './arrives-in-synchronized';
import { learnPeer } from './learn-peer';
import { changeState, explain, type Moment } from './moment';
import { selectIss } from './open-call';
import { synOptions } from './options-in-use';
import { has, type Segment } from './segment';
import { plus } from './sequence-number';
import { peerOf } from './setup';
import type { Endpoint } from './state';
import { arrivesAtBacklog } from './syn-queue';
import { sendReset, transmit } from './transmit';

/** SEGMENT ARRIVES (RFC 9293 §3.10.7). */
export function segmentArrives(moment: Moment, segment: Segment) {
  const endpoint = moment.state[peerOf(segment.from)];
  explain(moment, { code: 'ignored', side: endpoint.side });
  if (segment.stranger) return arrivesFromStranger(moment, endpoint, segment);
  if (endpoint.state === 'CLOSED') return arrivesInClosed(moment, endpoint, segment);
  if (endpoint.state === 'LISTEN') return arrivesInListen(moment, endpoint, segment);
  if (endpoint.state === 'SYN-SENT') return arrivesInSynSent(moment, endpoint, segment);
  return arrivesInSynchronized(moment, endpoint, segment);
}

/** Whoever it is: a listener with a backlog goes on listening beside the connection it has. */
function arrivesFromStranger(moment: Moment, endpoint: Endpoint, segment: Segment) {
  const listens = endpoint.state !== 'CLOSED' && endpoint.openedBy === 'passive';
  if (!listens) return arrivesInClosed(moment, endpoint, segment);
  if (moment.state.setup[endpoint.side].backlog !== undefined) arrivesAtBacklog(moment, endpoint, segment);
  // Not in the RFC: the lab has room for one connection a side, that with the peer, unless a backlog was asked for.
  else explain(moment, { code: 'stranger-ignored', side: endpoint.side });
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
  if (moment.state.setup[side].backlog !== undefined) return arrivesAtBacklog(moment, endpoint, segment);
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
  transmit(moment, endpoint, { flags: ['SYN', 'ACK'], ...synOptions(moment, endpoint) });
  explain(moment, { code: 'syn-arrived', side, seq: segment.seq, ack: plus(segment.seq, 1), iss: endpoint.ISS });
}
