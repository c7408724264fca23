import { concatenated } from './bytes';

/** One captured packet; `at` is milliseconds since the capture began. */
export type Captured = { at: number; bytes: Uint8Array };

/** LINKTYPE_RAW: packets begin with their IP header (https://www.tcpdump.org/linktypes.html). */
const linkTypeRaw = 101;
const snapLength = 262_144;

/**
 * A capture file in the classic pcap format (draft-ietf-opsawg-pcap), little-endian, with microseconds.
 * The clock starts at `epoch` (seconds since 1970), an argument so that the file is the same each time.
 */
export function writePcap(packets: readonly Captured[], epoch = 0): Uint8Array<ArrayBuffer> {
  const header = new DataView(new ArrayBuffer(24));
  header.setUint32(0, 0xa1b2_c3d4, true);
  header.setUint16(4, 2, true);
  header.setUint16(6, 4, true);
  header.setUint32(16, snapLength, true);
  header.setUint32(20, linkTypeRaw, true);
  const records = packets.flatMap((packet) => [recordHeader(packet, epoch), packet.bytes]);
  return concatenated(new Uint8Array(header.buffer), ...records);
}

function recordHeader(packet: Captured, epoch: number): Uint8Array {
  const record = new DataView(new ArrayBuffer(16));
  record.setUint32(0, epoch + Math.floor(packet.at / 1_000), true);
  record.setUint32(4, (packet.at % 1_000) * 1_000, true);
  record.setUint32(8, packet.bytes.length, true);
  record.setUint32(12, packet.bytes.length, true);
  return new Uint8Array(record.buffer);
}
