import { type CaptureFile, longestPacket, mostPackets, type RawPacket } from './capture-file';

const fileHeader = 24;
const recordHeader = 16;

/** The records of a classic capture, behind its header of 24 bytes. `perSecond`: how the fractions of a second are counted. */
export function readPcap(bytes: Uint8Array, littleEndian: boolean, perSecond: number): CaptureFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The upper bits tell of a frame check sequence, which stands at the end and does no harm.
  const linkType = view.getUint32(20, littleEndian) & 0xffff;
  const packets: RawPacket[] = [];
  const ended = (fault: CaptureFile['fault'], hasMore = false): CaptureFile => ({
    format: 'pcap',
    packets,
    hasMore,
    fault,
  });
  for (let at = fileHeader; at < bytes.length; ) {
    if (packets.length === mostPackets) return ended(null, true);
    if (at + recordHeader > bytes.length) return ended({ code: 'cut', at: bytes.length });
    const captured = view.getUint32(at + 8, littleEndian);
    const offset = at + recordHeader;
    if (captured > longestPacket) return ended({ code: 'packet-too-long', at: at + 8, found: captured });
    if (offset + captured > bytes.length) return ended({ code: 'cut', at: bytes.length });
    packets.push({
      number: packets.length + 1,
      offset,
      seconds: view.getUint32(at, littleEndian),
      nanoseconds: view.getUint32(at + 4, littleEndian) * (1e9 / perSecond),
      linkType,
      bytes: bytes.subarray(offset, offset + captured),
      length: view.getUint32(at + 12, littleEndian),
    });
    at = offset + captured;
  }
  return ended(null);
}
