import type { ByteField, ByteMap } from '../byte-map';
import { ipv4Map } from '../ipv4';
import { tcpMap } from '../tcp/segment-map';
import { udpHeaderMap } from '../tcp/udp-map';
import { addressAt } from './ip-header';

/** Of a packet, from its IP header on: what was kept of it, and where its parts begin and end. */
export type PlacedPacket = {
  protocol: 'tcp' | 'udp';
  bytes: Uint8Array;
  /** Where the header of TCP or UDP begins. */
  headerAt: number;
  /** Where the packet ends by its own length; `bytes` may end before (cut) or go on (padding). */
  end: number;
};

/** The fields that only packets from elsewhere have; the others are those of lib/labs/tcp/field-name.ts. */
export const captureFields = [
  'ip.options',
  'ip6.version',
  'ip6.traffic-class',
  'ip6.flow-label',
  'ip6.length',
  'ip6.next-header',
  'ip6.hop-limit',
  'ip6.source',
  'ip6.destination',
  'ip6.extensions',
  'frame.padding',
] as const;
export type CaptureField = (typeof captureFields)[number];

export function isCaptureField(code: string): code is CaptureField {
  return captureFields.some((name) => name === code);
}

/** Which field each byte of a captured packet is. Every byte belongs to at least one. */
export function packetMap({ protocol, bytes, headerAt, end }: PlacedPacket): ByteMap {
  const kept = Math.min(end, bytes.length);
  const header = protocol === 'tcp' ? tcpMap(bytes, headerAt, kept) : udpHeaderMap(bytes, headerAt, kept);
  const isVersion6 = (bytes[0] ?? 0) >>> 4 === 6;
  return [
    ...(isVersion6 ? ipv6Fields(bytes, headerAt) : ipv4Fields(bytes, headerAt)),
    ...header,
    ...padding(bytes, kept),
  ];
}

function ipv4Fields(bytes: Uint8Array, headerAt: number): ByteField[] {
  return [...ipv4Map(bytes), ...stretch('ip.options', 20, headerAt)];
}

/** RFC 8200 §3. */
function ipv6Fields(bytes: Uint8Array, headerAt: number): ByteField[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = view.getUint32(0);
  const bits = (field: CaptureField, from: number, to: number, bit: [number, number], value: number): ByteField => ({
    ...{ field, from, to, value },
    bits: { from: bit[0], to: bit[1] },
  });
  const whole = (field: CaptureField, from: number, to: number, value: number | string) => ({ field, from, to, value });
  return [
    bits('ip6.version', 0, 1, [0, 4], first >>> 28),
    bits('ip6.traffic-class', 0, 2, [4, 12], (first >>> 20) & 0xff),
    bits('ip6.flow-label', 1, 4, [4, 24], first & 0xf_ffff),
    whole('ip6.length', 4, 6, view.getUint16(4)),
    whole('ip6.next-header', 6, 7, view.getUint8(6)),
    whole('ip6.hop-limit', 7, 8, view.getUint8(7)),
    whole('ip6.source', 8, 24, addressAt(view, 8)),
    whole('ip6.destination', 24, 40, addressAt(view, 24)),
    ...stretch('ip6.extensions', 40, headerAt),
  ];
}

function padding(bytes: Uint8Array, kept: number): ByteField[] {
  return stretch('frame.padding', kept, bytes.length);
}

function stretch(field: CaptureField, from: number, to: number): ByteField[] {
  return to > from ? [{ field, from, to, value: to - from }] : [];
}
