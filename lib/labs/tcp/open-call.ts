import { nextUint32, seeded } from '../random';
import { failCall } from './call-error';
import { changeState, explain, type Moment } from './moment';
import { synOptions } from './options-in-use';
import { plus } from './sequence-number';
import type { Side } from './setup';
import type { Endpoint } from './state';
import { transmit } from './transmit';

/** OPEN, passive (RFC 9293 §3.10.1). */
export function passiveOpen(moment: Moment, side: Side) {
  const endpoint = moment.state[side];
  if (endpoint.state !== 'CLOSED') return failCall(moment, side, 'listen', 'already-exists');
  endpoint.openedBy = 'passive';
  changeState(moment, endpoint, 'LISTEN');
  explain(moment, { code: 'listens', side });
}

/** OPEN, active (RFC 9293 §3.10.1): from CLOSED, or turning a passive OPEN into an active one. */
export function activeOpen(moment: Moment, side: Side) {
  const endpoint = moment.state[side];
  if (endpoint.state !== 'CLOSED' && endpoint.state !== 'LISTEN')
    return failCall(moment, side, 'open', 'already-exists');
  endpoint.openedBy = 'active';
  selectIss(moment, endpoint);
  changeState(moment, endpoint, 'SYN-SENT');
  transmit(moment, endpoint, { flags: ['SYN'], ...synOptions(moment, endpoint) });
  explain(moment, { code: 'syn-sent', side, iss: endpoint.ISS });
}

const seedBranch = { client: 3, server: 4 } as const;

/**
 * The initial send sequence number: of the first connection that of the setup or the seed; later ones follow a clock
 * that ticks every four microseconds (RFC 9293 §3.4.1). Not in the RFC here: the secret hash against guessing.
 */
export function selectIss(moment: Moment, endpoint: Endpoint) {
  const { setup, seed, now } = moment.state;
  const first = setup[endpoint.side].iss ?? nextUint32(seeded(seed, seedBranch[endpoint.side])).value;
  endpoint.ISS = endpoint.opens === 0 ? first : plus(first, now * 250 + endpoint.opens);
  endpoint.opens += 1;
  endpoint.SND.UNA = endpoint.ISS;
  endpoint.SND.NXT = endpoint.ISS;
}
