import { explain, type Moment } from './moment';
import type { Segment } from './segment';

/** The network turns over one bit of a byte, counted from the highest, or the whole byte. Nobody notices before it arrives. */
export function corrupt(moment: Moment, segment: Segment, byte: number, bit?: number) {
  const { id, bytes, asSent = bytes } = segment;
  if (byte >= bytes.length) return explain(moment, { code: 'no-such-byte', segment: id, byte, length: bytes.length });
  const changed = bytes.slice();
  changed[byte] = (changed[byte] ?? 0) ^ (bit === undefined ? 0xff : 0x80 >>> bit);
  moment.state.log.set(id, { ...segment, bytes: changed, asSent });
  moment.events.push({ kind: 'segment-corrupted', at: moment.state.now, segment: id, byte, bit: bit ?? null });
  explain(moment, { code: 'corrupted', segment: id, byte, bit: bit ?? null });
}
