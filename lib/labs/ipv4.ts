import type { ByteField } from './byte-map';
import { checksumOf, wordSum } from './checksum';

/** An IPv4 datagram without options (RFC 791 §3.1). */
export type Ipv4 = {
  source: string;
  destination: string;
  identification: number;
  timeToLive: number;
  protocol: number;
  payload: Uint8Array;
};

const headerLength = 20;
const dontFragment = 0x4000;

/** The addresses written last; a run has two, a flood some hundreds. */
const known = new Map<string, Uint8Array>();
const mostKnown = 512;

/** `'192.0.2.10'` → four bytes, which nobody may change. */
export function addressBytes(address: string): Uint8Array {
  const before = known.get(address);
  if (before) return before;
  const bytes = parsedAddress(address);
  if (known.size === mostKnown) known.clear();
  known.set(address, bytes);
  return bytes;
}

function parsedAddress(address: string): Uint8Array {
  const bytes = new Uint8Array(4);
  let at = 0;
  for (let place = 0; place < address.length; place += 1) {
    const digit = address.charCodeAt(place) - 48;
    if (digit < 0) at += 1;
    else bytes[at] = (bytes[at] ?? 0) * 10 + digit;
  }
  return bytes;
}

export function writeIpv4(datagram: Ipv4): Uint8Array {
  const bytes = newIpv4(datagram, datagram.payload.length);
  bytes.set(datagram.payload, headerLength);
  return bytes;
}

/** A datagram with its header and room for so many bytes behind it: who fills them in writes them where they stay. */
export function newIpv4(header: Omit<Ipv4, 'payload'>, payloadLength: number): Uint8Array {
  const bytes = new Uint8Array(headerLength + payloadLength);
  bytes[0] = 0x45;
  putUint16(bytes, 2, bytes.length);
  putUint16(bytes, 4, header.identification);
  putUint16(bytes, 6, dontFragment);
  bytes[8] = header.timeToLive;
  bytes[9] = header.protocol;
  bytes.set(addressBytes(header.source), 12);
  bytes.set(addressBytes(header.destination), 16);
  putUint16(bytes, 10, checksumOf(wordSum(bytes, 0, headerLength)));
  return bytes;
}

/** Network byte order, highest first. Quicker than a DataView for a few numbers. */
export function putUint16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 8;
  bytes[at + 1] = value;
}

export function putUint32(bytes: Uint8Array, at: number, value: number): void {
  putUint16(bytes, at, value >>> 16);
  putUint16(bytes, at + 2, value);
}

export function uint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

export function uint32(bytes: Uint8Array, at: number): number {
  return ((uint16(bytes, at) << 16) | uint16(bytes, at + 2)) >>> 0;
}

/** Reads what `writeIpv4` writes, its payload where it stands; null for anything else (another version, options, a wrong length or checksum). */
export function readIpv4(bytes: Uint8Array): Ipv4 | null {
  if (bytes.length < headerLength || bytes[0] !== 0x45) return null;
  if (uint16(bytes, 2) !== bytes.length || checksumOf(wordSum(bytes, 0, headerLength)) !== 0) return null;
  return {
    source: addressAt(bytes, 12),
    destination: addressAt(bytes, 16),
    identification: uint16(bytes, 4),
    timeToLive: bytes[8] ?? 0,
    protocol: bytes[9] ?? 0,
    payload: bytes.subarray(headerLength),
  };
}

/** Four bytes → `'192.0.2.10'`. */
function addressAt(bytes: Uint8Array, at: number): string {
  return `${bytes[at]}.${bytes[at + 1]}.${bytes[at + 2]}.${bytes[at + 3]}`;
}

/** The fields of an IPv4 header that starts at byte 0. */
export function ipv4Map(bytes: Uint8Array): ByteField[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = (field: string, from: number, to: number, value: number | string): ByteField => ({
    field,
    from,
    to,
    value,
  });
  const part = (field: string, at: number, from: number, to: number, value: number): ByteField => ({
    field,
    from: at,
    to: at + 1,
    bits: { from, to },
    value,
  });
  const first = view.getUint8(0);
  const fragment = view.getUint16(6);
  return [
    part('ip.version', 0, 0, 4, first >>> 4),
    part('ip.ihl', 0, 4, 8, first & 0xf),
    part('ip.dscp', 1, 0, 6, view.getUint8(1) >>> 2),
    part('ip.ecn', 1, 6, 8, view.getUint8(1) & 0b11),
    whole('ip.length', 2, 4, view.getUint16(2)),
    whole('ip.identification', 4, 6, view.getUint16(4)),
    part('ip.flags', 6, 0, 3, fragment >>> 13),
    { field: 'ip.fragment-offset', from: 6, to: 8, bits: { from: 3, to: 16 }, value: fragment & 0x1fff },
    whole('ip.ttl', 8, 9, view.getUint8(8)),
    whole('ip.protocol', 9, 10, view.getUint8(9)),
    whole('ip.checksum', 10, 12, view.getUint16(10)),
    whole('ip.source', 12, 16, bytes.subarray(12, 16).join('.')),
    whole('ip.destination', 16, 20, bytes.subarray(16, 20).join('.')),
  ];
}
