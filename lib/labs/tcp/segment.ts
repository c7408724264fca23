import type { SegmentOptions } from './segment-options';
import type { Side } from './setup';

/** The control bits, from the lowest (RFC 9293 §3.1). */
export const flags = ['FIN', 'SYN', 'RST', 'PSH', 'ACK', 'URG', 'ECE', 'CWR'] as const;
export type Flag = (typeof flags)[number];

/** TSval and TSecr (RFC 7323 §3.2): the sender's clock, and the peer's clock as it was last heard. */
export type Timestamps = { value: number; echo: number };

/** Bytes that arrived ahead of their turn (RFC 2018 §3); `to` is exclusive. */
export type SackBlock = { from: number; to: number };

/** What a segment says: RFC 9293's SEG.SEQ, SEG.ACK, SEG.LEN, SEG.WND and its control bits. */
export type SegmentFields = {
  seq: number;
  /** 0 when the flag ACK is not set. */
  ack: number;
  flags: readonly Flag[];
  /** The field as it is on the wire, not scaled. */
  wnd: number;
  text: Uint8Array;
  /** A datagram of UDP instead: only its text means anything. */
  protocol?: 'udp';
} & SegmentOptions;

/** One end of a connection as the network knows it. */
export type Socket = { address: string; port: number };

/** What is wrong with bytes that arrive: the sum of the IP header, that of the segment, or a length. */
export type Refusal = 'ip-header' | 'checksum' | 'malformed';

export type SegmentFate = 'in-flight' | 'arrived' | 'lost';

/** A segment that entered the network, and what became of it. Its id is its place in the list of all segments. */
export type Segment = SegmentFields & {
  id: number;
  from: Side;
  /** How many sequence numbers it takes: its text, one for SYN, one for FIN. */
  len: number;
  /** The whole IPv4 datagram as it is on its way: checksums right, unless someone built it by hand or changed a bit of it. */
  bytes: Uint8Array;
  /** The datagram as it was sent, when a bit of it was changed on the way. */
  asSent?: Uint8Array;
  sentAt: number;
  /** When it arrives if nothing happens to it; for one that has arrived or was lost, when that was. */
  at: number;
  fate: SegmentFate;
  /** Who lost it: chance (the loss of the setup) or the learner. */
  lostBy?: 'chance' | 'learner';
  /** The segment whose sequence numbers it sends again, when it is a retransmission. */
  repeats?: number;
  /** What it is sent for, where its fields do not tell. */
  purpose?: 'window-probe' | 'fast-retransmission';
  /** The segment the network copied it from. */
  copyOf?: number;
  /** Sent by someone else under the name of `from`. */
  forged?: true;
  /** Built byte by byte by the learner: with a checksum that was computed for them, or that they gave. */
  crafted?: 'summed' | 'by-hand';
  /** It arrived and was not even looked at, because the bytes are not right. */
  refused?: Refusal;
  /** The port it is sent from, where that is not the one of its host's connection: an answer to what came to another port. */
  port?: number;
  /** A host outside the lab that stands in the client's place: as the sender of what the server gets, or as the receiver of what it sends. */
  stranger?: Socket;
};

export function has(segment: SegmentFields, flag: Flag): boolean {
  return segment.flags.includes(flag);
}

/** SEG.LEN: `lengthOf({ flags: ['SYN'], text: empty }) === 1` */
export function lengthOf(segment: SegmentFields): number {
  return segment.text.length + (has(segment, 'SYN') ? 1 : 0) + (has(segment, 'FIN') ? 1 : 0);
}
