/** Why a file cannot be read on, and where: `at` is the offset of the first byte that is wrong. */
export type CaptureFault = {
  code:
    | 'not-a-capture'
    | 'cut'
    | 'packet-too-long'
    | 'block-length'
    | 'block-ends-differ'
    | 'byte-order'
    | 'no-such-interface'
    | 'too-many-interfaces';
  at: number;
  /** The number that is wrong, where it is a number. */
  found?: number;
};

/** A packet as the file has it. */
export type RawPacket = {
  /** From 1, as other tools number them. */
  number: number;
  /** Where its bytes begin in the file. */
  offset: number;
  /** Seconds since 1970, and nanoseconds of the second. */
  seconds: number;
  nanoseconds: number;
  linkType: number;
  /** A view of the file; shorter than `length` when the capture kept only the beginning. */
  bytes: Uint8Array;
  length: number;
};

/** What was read before the end, the limit or the fault. */
export type CaptureFile = {
  format: 'pcap' | 'pcapng';
  packets: RawPacket[];
  /** There are more packets than were read. */
  hasMore: boolean;
  fault: CaptureFault | null;
};

/** So many packets are read of a file. */
export const mostPackets = 10_000;

/** No packet is longer (the snap length that tcpdump and dumpcap use at most). */
export const longestPacket = 262_144;
