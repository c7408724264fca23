import { checksumOf, wordSum } from '../checksum';
import { addressBytes, newIpv4, putUint16, putUint32, readIpv4, uint16, uint32 } from '../ipv4';
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

/** One list for each byte of flags, made when it is first met. */
const flagLists: (readonly Flag[])[] = [];

export function flagsOf(bits: number): readonly Flag[] {
  const known = flagLists[bits];
  if (known) return known;
  const list = flags.filter((_, place) => (bits & (1 << place)) !== 0);
  flagLists[bits] = list;
  return list;
}

/** The sum over pseudo-header and segment, from the datagram both stand in: the addresses are those of the IP header. */
function segmentSum(datagram: Uint8Array): number {
  const from = ipHeaderLength;
  const pseudo = wordSum(datagram, 12, 20) + tcpProtocol + datagram.length - from;
  return wordSum(datagram, from, datagram.length, pseudo);
}

/** The checksum a segment should have; its field must hold zero. */
export function segmentChecksum(datagram: Uint8Array): number {
  return checksumOf(segmentSum(datagram));
}

/** Whether the checksum of the segment in a datagram is right. */
export function checksumHolds(datagram: Uint8Array): boolean {
  return checksumOf(segmentSum(datagram)) === 0;
}

/** The whole IPv4 datagram: header, TCP header (RFC 9293 §3.1), text, both checksums. */
export function writeSegment(segment: Addressed): Uint8Array {
  return writeBetween(segment, segment.source, segment.destination, segment.identification);
}

/** The same, for a segment that does not know where it goes. */
export function writeBetween(
  segment: SegmentFields,
  source: Socket,
  destination: Socket,
  identification: number,
): Uint8Array {
  const { text } = segment;
  const headerLength = 20 + optionsLength(segment);
  const ip = {
    source: source.address,
    destination: destination.address,
    identification,
    timeToLive: 64,
    protocol: tcpProtocol,
  };
  const bytes = newIpv4(ip, headerLength + text.length);
  const at = ipHeaderLength;
  putUint16(bytes, at, source.port);
  putUint16(bytes, at + 2, destination.port);
  putUint32(bytes, at + 4, segment.seq);
  putUint32(bytes, at + 8, segment.ack);
  bytes[at + 12] = (headerLength / 4) << 4;
  bytes[at + 13] = flagBits(segment.flags);
  putUint16(bytes, at + 14, segment.wnd);
  writeOptions(bytes, at + 20, segment);
  bytes.set(text, at + headerLength);
  putUint16(bytes, at + 16, segmentChecksum(bytes));
  return bytes;
}

/** Reads what `writeSegment` writes, its text where it stands; null when a length, an option or a checksum is not right. */
export function readSegment(datagram: Uint8Array): Addressed | null {
  const ip = readIpv4(datagram);
  if (!ip || ip.protocol !== tcpProtocol || ip.payload.length < 20 || !checksumHolds(datagram)) return null;
  const textAt = textPlace(datagram);
  if (textAt === null || !readOptions(datagram, ipHeaderLength + 20, textAt)) return null;
  return {
    source: { address: ip.source, port: uint16(datagram, ipHeaderLength) },
    destination: { address: ip.destination, port: uint16(datagram, ipHeaderLength + 2) },
    identification: ip.identification,
    ...fieldsOf(datagram),
  };
}

/** Where the text begins; null when the data offset is less than a header or beyond the end. */
export function textPlace(datagram: Uint8Array): number | null {
  const at = ipHeaderLength;
  const textAt = at + ((datagram[at + 12] ?? 0) >>> 4) * 4;
  return textAt < at + 20 || textAt > datagram.length ? null : textAt;
}

/**
 * What a segment says whose lengths are right. Not in the RFC, which suggests a reset where the length of an option is impossible
 * (§3.1, MUST-7): like Linux, we pass over such options.
 */
export function fieldsOf(datagram: Uint8Array): SegmentFields {
  const at = ipHeaderLength;
  const textAt = textPlace(datagram) ?? datagram.length;
  return {
    seq: uint32(datagram, at + 4),
    ack: uint32(datagram, at + 8),
    flags: flagsOf(datagram[at + 13] ?? 0),
    wnd: uint16(datagram, at + 14),
    ...readOptions(datagram, at + 20, textAt),
    text: datagram.subarray(textAt),
  };
}
