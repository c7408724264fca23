import { noBytes } from '../bytes';
import { nextUint32, seeded } from '../random';
import type { TcpAction } from './action';
import { explain, type Moment } from './moment';
import { copySegment, enterNetwork } from './network';
import type { Segment } from './segment';
import { peerOf, type Side } from './setup';

type Forgery = Extract<TcpAction, { kind: 'forge' }>;

/** Someone on the network sends a segment under the peer's name. */
export function forge(moment: Moment, { to, flags, seq, ack = 0, text = '' }: Forgery) {
  if (moment.state.setup.protocol === 'udp') return explain(moment, { code: 'not-over-udp', side: to });
  const acknowledged = flags.includes('ACK') ? ack : 0;
  const fields = { seq, ack: acknowledged, flags, wnd: 65_535, text: new TextEncoder().encode(text) };
  enterNetwork(moment, peerOf(to), fields, { forged: true });
  explain(moment, { code: 'forged', side: to, flags, seq });
}

/** The branch of the seed the attackers' numbers and ports come from. */
const attackersBranch = 8;

/** A SYN flood (RFC 4987 §2): so many SYNs, each from an address where nobody answers. */
export function flood(moment: Moment, side: Side, syns: number) {
  const { state } = moment;
  if (state.setup.protocol === 'udp') return explain(moment, { code: 'not-over-udp', side });
  for (let count = 0; count < syns; count += 1) {
    const number = nextUint32(seeded(state.seed, attackersBranch + 16 * state.flooded)).value;
    // RFC 5737: TEST-NET-3 is for examples; no real host has such an address.
    const stranger = { address: `203.0.113.${1 + (state.flooded % 254)}`, port: 1_024 + (number % 60_000) };
    state.flooded += 1;
    enterNetwork(
      moment,
      peerOf(side),
      { seq: number, ack: 0, flags: ['SYN'], wnd: 65_535, text: noBytes, mss: 1_460 },
      { forged: true, stranger },
    );
  }
  explain(moment, { code: 'flooded', side, count: syns });
}

/** A copy that went astray long ago turns up again. */
export function comeAgain(moment: Moment, segment: Segment): void {
  const { now, setup } = moment.state;
  const copy = copySegment(moment, { ...segment, at: now + setup.network.delay - 1 }, now);
  explain(moment, { code: 'came-again', segment: segment.id, copy });
}
