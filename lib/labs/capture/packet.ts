import type { Flag, Socket } from '../tcp/segment';
import { flagsOf } from '../tcp/segment-bytes';
import { readOptions, type SegmentOptions } from '../tcp/segment-options';
import type { RawPacket } from './capture-file';
import { type Ip, readIp } from './ip-header';
import { ipOffset } from './link-layer';

/** A segment of TCP as a capture has it. */
export type TcpPacket = Common & {
  protocol: 'tcp';
  seq: number;
  ack: number;
  flags: readonly Flag[];
  /** As on the wire, not scaled. */
  wnd: number;
  options: SegmentOptions;
};
export type UdpPacket = Common & { protocol: 'udp' };
type Common = {
  number: number;
  /** Milliseconds since the first packet of the file. */
  at: number;
  source: Socket;
  destination: Socket;
  /** Bytes of text by the lengths in the headers, however many of them the capture kept. */
  textLength: number;
  /** The packet from its IP header on, as far as it was kept. */
  bytes: Uint8Array;
  /** Where, in `bytes`, the header of TCP or UDP begins. */
  headerAt: number;
  /** And where the text begins. */
  textAt: number;
};
export type Packet = TcpPacket | UdpPacket;

/** TCP and UDP over IPv4 or IPv6; null for anything else, for fragments behind the first, and for headers that were cut or contradict themselves. */
export function readPacket(raw: RawPacket, at: number): Packet | null {
  const offset = ipOffset(raw);
  if (offset === null) return null;
  const bytes = raw.bytes.subarray(offset);
  // Some tools write a length shorter than what they kept.
  const ip = readIp(bytes, Math.max(raw.length, raw.bytes.length) - offset);
  if (!ip) return null;
  if (ip.protocol === 6) return readTcp(raw.number, at, bytes, ip);
  return ip.protocol === 17 ? readUdp(raw.number, at, bytes, ip) : null;
}

function readTcp(number: number, at: number, bytes: Uint8Array, ip: Ip): TcpPacket | null {
  const { from } = ip;
  if (from + 20 > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = (view.getUint8(from + 12) >>> 4) * 4;
  if (headerLength < 20 || from + headerLength > ip.to) return null;
  const options = readOptions(bytes.subarray(from + 20, Math.min(from + headerLength, bytes.length)));
  return {
    ...{ protocol: 'tcp', number, at, ...sockets(view, ip) },
    ...{ seq: view.getUint32(from + 4), ack: view.getUint32(from + 8), flags: flagsOf(view.getUint8(from + 13)) },
    ...{ wnd: view.getUint16(from + 14), options: options ?? {}, textLength: ip.to - from - headerLength },
    ...{ bytes, headerAt: from, textAt: from + headerLength },
  };
}

function readUdp(number: number, at: number, bytes: Uint8Array, ip: Ip): UdpPacket | null {
  const { from } = ip;
  if (from + 8 > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint16(from + 4);
  if (length < 8 || from + length > ip.to) return null;
  return {
    ...{ protocol: 'udp', number, at, ...sockets(view, ip), textLength: length - 8 },
    ...{ bytes, headerAt: from, textAt: from + 8 },
  };
}

function sockets(view: DataView, { source, destination, from }: Ip): { source: Socket; destination: Socket } {
  return {
    source: { address: source, port: view.getUint16(from) },
    destination: { address: destination, port: view.getUint16(from + 2) },
  };
}
