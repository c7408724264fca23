import { internetChecksum } from '../checksum';
import { readIpv4, writeIpv4 } from '../ipv4';
import type { Socket } from './segment';
import { pseudoHeader } from './segment-bytes';

export const udpProtocol = 17;
const headerLength = 8;

/** A datagram of UDP with the two sockets it travels between, and the identification of its IP header. */
export type UdpDatagram = { source: Socket; destination: Socket; identification: number; text: Uint8Array };

/** The whole IPv4 datagram: header, the eight bytes of RFC 768, text, both checksums. */
export function writeUdp(datagram: UdpDatagram): Uint8Array {
  const bytes = new Uint8Array(headerLength + datagram.text.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, datagram.source.port);
  view.setUint16(2, datagram.destination.port);
  view.setUint16(4, bytes.length);
  bytes.set(datagram.text, headerLength);
  const pseudo = pseudoHeader(datagram.source.address, datagram.destination.address, bytes.length, udpProtocol);
  // RFC 768: a computed zero is sent as all ones, for zero says that there is no checksum.
  view.setUint16(6, internetChecksum(pseudo, bytes) || 0xffff);
  return writeIpv4({
    source: datagram.source.address,
    destination: datagram.destination.address,
    identification: datagram.identification,
    timeToLive: 64,
    protocol: udpProtocol,
    payload: bytes,
  });
}

/** Reads what `writeUdp` writes; null when a length or a checksum is not right. */
export function readUdp(bytes: Uint8Array): UdpDatagram | null {
  const ip = readIpv4(bytes);
  if (ip?.protocol !== udpProtocol || ip.payload.length < headerLength) return null;
  const view = new DataView(ip.payload.buffer, ip.payload.byteOffset, ip.payload.byteLength);
  const pseudo = pseudoHeader(ip.source, ip.destination, ip.payload.length, udpProtocol);
  if (view.getUint16(4) !== ip.payload.length || internetChecksum(pseudo, ip.payload) !== 0) return null;
  return {
    source: { address: ip.source, port: view.getUint16(0) },
    destination: { address: ip.destination, port: view.getUint16(2) },
    identification: ip.identification,
    text: ip.payload.slice(headerLength),
  };
}
