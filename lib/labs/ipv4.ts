import type { ByteField } from './byte-map';
import { internetChecksum } from './checksum';

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
  const bytes = new Uint8Array(headerLength + datagram.payload.length);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, 0x45);
  view.setUint16(2, bytes.length);
  view.setUint16(4, datagram.identification);
  view.setUint16(6, dontFragment);
  view.setUint8(8, datagram.timeToLive);
  view.setUint8(9, datagram.protocol);
  bytes.set(addressBytes(datagram.source), 12);
  bytes.set(addressBytes(datagram.destination), 16);
  view.setUint16(10, internetChecksum(bytes.subarray(0, headerLength)));
  bytes.set(datagram.payload, headerLength);
  return bytes;
}

/** Reads what `writeIpv4` writes; null for anything else (another version, options, a wrong length or checksum). */
export function readIpv4(bytes: Uint8Array): Ipv4 | null {
  if (bytes.length < headerLength || bytes[0] !== 0x45) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint16(2) !== bytes.length || internetChecksum(bytes.subarray(0, headerLength)) !== 0) return null;
  return {
    source: bytes.subarray(12, 16).join('.'),
    destination: bytes.subarray(16, 20).join('.'),
    identification: view.getUint16(4),
    timeToLive: view.getUint8(8),
    protocol: view.getUint8(9),
    payload: bytes.slice(headerLength),
  };
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
