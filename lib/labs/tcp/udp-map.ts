import type { ByteField, ByteMap } from '../byte-map';
import { ipv4Map } from '../ipv4';
import { ipHeaderLength } from './segment-bytes';

/** Which field each byte of a UDP datagram is: IPv4 header, UDP header (RFC 768), data. */
export function udpMap(datagram: Uint8Array): ByteMap {
  return [...ipv4Map(datagram), ...udpHeaderMap(datagram, ipHeaderLength, datagram.length)];
}

/** The same of the UDP header at `start` and what follows it, to `end`; there are at least the header's eight bytes. */
export function udpHeaderMap(datagram: Uint8Array, start: number, end: number): ByteMap {
  const view = new DataView(datagram.buffer, datagram.byteOffset, datagram.byteLength);
  const field = (name: string, at: number): ByteField => ({
    field: name,
    from: start + at,
    to: start + at + 2,
    value: view.getUint16(start + at),
  });
  const from = start + 8;
  return [
    field('udp.source-port', 0),
    field('udp.destination-port', 2),
    field('udp.length', 4),
    field('udp.checksum', 6),
    ...(end > from
      ? [{ field: 'udp.data', from, to: end, value: new TextDecoder().decode(datagram.subarray(from, end)) }]
      : []),
  ];
}
