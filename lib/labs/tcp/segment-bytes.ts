import { internetChecksum } from '../checksum';
import { addressBytes, readIpv4, writeIpv4 } from '../ipv4';
import { type Flag, flags, type SegmentFields, type Socket } from './segment';
import { optionsLength, readOptions, writeOptions } from './segment-options';

export const tcpProtocol = 6;
export const ipHeaderLength = 20;

/** A segment with the two sockets it travels between, and the identification of its datagram. */
export type Addressed = SegmentFields & { source: Socket; destination: Socket; identification: number };

/** The pseudo-header that the checksum covers too (RFC 9293 §3.1, RFC 768). */
export function pseudoHeader(source: string, destination: string, length: number, protocol = tcpProtocol): Uint8Array {
  const bytes = new Uint8Array(12);
  bytes.set(addressBytes(source), 0);
  bytes.set(addressBytes(destination), 4);
  const view = new DataView(bytes.buffer);
  view.setUint8(9, protocol);
  view.setUint16(10, length);
  return bytes;
}

export function flagBits(set: readonly Flag[]): number {
  let bits = 0;
  for (const flag of set) bits |= 1 << flags.indexOf(flag);
  return bits;
}

export function flagsOf(bits: number): Flag[] {
  return flags.filter((_, place) => (bits & (1 << place)) !== 0);
}

/** The whole IPv4 datagram: header, TCP header (RFC 9293 §3.1), text, both checksums. */
export function writeSegment(segment: Addressed): Uint8Array {
  const headerLength = 20 + optionsLength(segment);
  const bytes = new Uint8Array(headerLength + segment.text.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, segment.source.port);
  view.setUint16(2, segment.destination.port);
  view.setUint32(4, segment.seq);
  view.setUint32(8, segment.ack);
  view.setUint8(12, (headerLength / 4) << 4);
  view.setUint8(13, flagBits(segment.flags));
  view.setUint16(14, segment.wnd);
  writeOptions(view, 20, segment);
  bytes.set(segment.text, headerLength);
  const pseudo = pseudoHeader(segment.source.address, segment.destination.address, bytes.length);
  view.setUint16(16, internetChecksum(pseudo, bytes));
  return writeIpv4({
    source: segment.source.address,
    destination: segment.destination.address,
    identification: segment.identification,
    timeToLive: 64,
    protocol: tcpProtocol,
    payload: bytes,
  });
}

/** Reads what `writeSegment` writes; null when a length, an option or a checksum is not right. */
export function readSegment(datagram: Uint8Array): Addressed | null {
  const ip = readIpv4(datagram);
  if (!ip || ip.protocol !== tcpProtocol || ip.payload.length < 20) return null;
  const bytes = ip.payload;
  if (internetChecksum(pseudoHeader(ip.source, ip.destination, bytes.length), bytes) !== 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = (view.getUint8(12) >>> 4) * 4;
  if (headerLength < 20 || headerLength > bytes.length) return null;
  const options = readOptions(bytes.subarray(20, headerLength));
  if (!options) return null;
  return {
    source: { address: ip.source, port: view.getUint16(0) },
    destination: { address: ip.destination, port: view.getUint16(2) },
    identification: ip.identification,
    seq: view.getUint32(4),
    ack: view.getUint32(8),
    flags: flagsOf(view.getUint8(13)),
    wnd: view.getUint16(14),
    ...options,
    text: bytes.slice(headerLength),
  };
}
