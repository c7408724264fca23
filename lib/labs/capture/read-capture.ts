import type { CaptureFault, CaptureFile } from './capture-file';
import { readPcap } from './read-pcap';
import { readPcapng } from './read-pcapng';

const magics: Partial<Record<number, { littleEndian: boolean; perSecond: number }>> = {
  2712847316: { littleEndian: false, perSecond: 1e6 },
  3569595041: { littleEndian: true, perSecond: 1e6 },
  2712812621: { littleEndian: false, perSecond: 1e9 },
  1295823521: { littleEndian: true, perSecond: 1e9 },
};
const sectionHeader = 0x0a0d_0d0a;

/**
 * Reads a capture file of any origin, classic pcap or pcapng (draft-ietf-opsawg-pcap, draft-ietf-opsawg-pcapng). Time and memory are
 * bounded by the limits of `capture-file` whatever its length fields say; packets are views of `bytes`. `isWhole`: false when only
 * the beginning of the file was loaded, so that its end is no fault.
 */
export function readCapture(bytes: Uint8Array, isWhole = true): CaptureFile | CaptureFault {
  if (bytes.length < 4) return { code: 'not-a-capture', at: 0 };
  const magic = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const file = magic === sectionHeader ? readPcapng(bytes) : readClassic(bytes, magic);
  if ('code' in file || isWhole || file.fault?.code !== 'cut') return file;
  return { ...file, fault: null, hasMore: true };
}

function readClassic(bytes: Uint8Array, magic: number): CaptureFile | CaptureFault {
  const order = magics[magic];
  if (!order) return { code: 'not-a-capture', at: 0, found: magic };
  if (bytes.length < 24) return { code: 'cut', at: bytes.length };
  return readPcap(bytes, order.littleEndian, order.perSecond);
}
