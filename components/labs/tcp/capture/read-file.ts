import { type CaptureFault, mostPackets } from '@/lib/labs/capture/capture-file';
import { type CaptureReport, captureReport } from '@/lib/labs/capture/capture-report';
import { readCapture } from '@/lib/labs/capture/read-capture';

/** What became of a file. */
export type Reading = { kind: 'read'; report: CaptureReport } | { kind: 'fault'; fault: CaptureFault };

/** Of a large file only the beginning is loaded, a slice at first and four times as much when that was not enough. */
const firstSlice = 2 * 1024 * 1024;
const largestSlice = 64 * 1024 * 1024;

/** Reads as much of a file as ten thousand packets need, and never more than 64 MiB. */
export async function readFile(file: Blob): Promise<{ reading: Reading; bytes: ArrayBuffer }> {
  for (let size = firstSlice; ; size *= 4) {
    const loaded = Math.min(size, largestSlice, file.size);
    const bytes = await file.slice(0, loaded).arrayBuffer();
    const isWhole = loaded === file.size;
    const read = readCapture(new Uint8Array(bytes), isWhole);
    if ('code' in read) return { reading: { kind: 'fault', fault: read }, bytes };
    // It ends where the slice ends: there is more to be had.
    const isCutByUs = !isWhole && read.hasMore && read.packets.length < mostPackets && read.fault === null;
    if (!isCutByUs || loaded === largestSlice) return { reading: { kind: 'read', report: captureReport(read) }, bytes };
  }
}
