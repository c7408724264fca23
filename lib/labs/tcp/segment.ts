import type { Side } from './setup';

/** The control bits, from the lowest (RFC 9293 §3.1). */
export const flags = ['FIN', 'SYN', 'RST', 'PSH', 'ACK', 'URG', 'ECE', 'CWR'] as const;
export type Flag = (typeof flags)[number];

/** What a segment says: RFC 9293's SEG.SEQ, SEG.ACK, SEG.LEN, SEG.WND and its control bits. */
export type SegmentFields = {
  seq: number;
  /** 0 when the flag ACK is not set. */
  ack: number;
  flags: readonly Flag[];
  wnd: number;
  /** The MSS option, which only a SYN carries. */
  mss?: number;
  text: Uint8Array;
};

export type SegmentFate = 'in-flight' | 'arrived' | 'lost';

/** A segment that entered the network, and what became of it. Its id is its place in the list of all segments. */
export type Segment = SegmentFields & {
  id: number;
  from: Side;
  /** How many sequence numbers it takes: its text, one for SYN, one for FIN. */
  len: number;
  /** The whole IPv4 datagram, checksums right. */
  bytes: Uint8Array;
  sentAt: number;
  /** When it arrives if nothing happens to it; for one that has arrived or was lost, when that was. */
  at: number;
  fate: SegmentFate;
  /** Who lost it: chance (the loss of the setup) or the learner. */
  lostBy?: 'chance' | 'learner';
  /** The segment whose sequence numbers it sends again, when it is a retransmission. */
  repeats?: number;
  /** The segment the network copied it from. */
  copyOf?: number;
};

export function has(segment: SegmentFields, flag: Flag): boolean {
  return segment.flags.includes(flag);
}

/** SEG.LEN: `lengthOf({ flags: ['SYN'], text: empty }) === 1` */
export function lengthOf(segment: SegmentFields): number {
  return segment.text.length + (has(segment, 'SYN') ? 1 : 0) + (has(segment, 'FIN') ? 1 : 0);
}
