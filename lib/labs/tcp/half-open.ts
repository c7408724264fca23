import type { SegmentFields, Socket } from './segment';

/** A connection that was asked for and answered, and that the asker has not confirmed: what a listener's backlog holds. */
export type HalfOpen = {
  /** Who asked; null: the other host of the lab. */
  peer: Socket | null;
  syn: SegmentFields;
  ISS: number;
  /** The SYN,ACK as it was first sent, to send it again. */
  first: number;
  retransmissions: number;
  RTO: number;
  due: number;
};

export function sameSocket(a: Socket | null | undefined, b: Socket | null | undefined): boolean {
  return (a?.address ?? null) === (b?.address ?? null) && (a?.port ?? null) === (b?.port ?? null);
}
