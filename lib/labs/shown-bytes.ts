import type { ByteMap } from './byte-map';
import { labs } from './labs';
import type { Run } from './run';
import { segmentMap } from './tcp/segment-map';
import { stateAfter } from './with-lab';

/** Bytes that a run produced, with the field of each. */
export type ShownBytes = { readonly bytes: Uint8Array; readonly map: ByteMap };

/** The datagram of a run's segment by its number, from 0, as it entered the network; null when there are not so many. */
export function bytesOfSegment(run: Run, segment: number): ShownBytes | null {
  if (run.lab !== 'tcp') return null;
  const bytes = stateAfter(labs.tcp, run).segments[segment]?.bytes;
  return bytes ? { bytes, map: segmentMap(bytes) } : null;
}
