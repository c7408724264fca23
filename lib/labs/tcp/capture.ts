import { type Captured, writePcap } from '../pcap';
import { writePcapng } from '../pcapng';
import { isForStranger } from './network';
import type { Side } from './setup';
import type { TcpState } from './state';

/**
 * What a capture at one host sees: all that it sends, also what is lost on the way, and all that reaches it,
 * the network's copies and what others forged included. In the order of time.
 */
export function capture(state: TcpState, host: Side): Captured[] {
  const seen = state.segments.flatMap((segment) => {
    if (segment.from === host && !segment.forged)
      return segment.copyOf === undefined ? [{ at: segment.sentAt, bytes: segment.asSent ?? segment.bytes }] : [];
    const isForHost = segment.from !== host && !isForStranger(segment);
    return isForHost && segment.fate === 'arrived' ? [{ at: segment.at, bytes: segment.bytes }] : [];
  });
  return seen.sort((a, b) => a.at - b.at);
}

/** The clock of a capture begins in the RFC's month, August 2022, so that the file is the same each time. */
const epoch = Date.UTC(2022, 7, 1) / 1_000;

/** The capture as a file that Wireshark opens. */
export function capturePcap(state: TcpState, host: Side = 'client'): Uint8Array<ArrayBuffer> {
  return writePcap(capture(state, host), epoch);
}

/** The same in the newer format. */
export function capturePcapng(state: TcpState, host: Side = 'client'): Uint8Array<ArrayBuffer> {
  return writePcapng(capture(state, host), epoch);
}
