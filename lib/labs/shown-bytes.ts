import type { ByteMap } from './byte-map';
import { labs } from './labs';
import type { Run } from './run';
import { segmentMap } from './tcp/segment-map';
import { contextOf, mapOfRecord } from './tls/record-map';
import { stateAfter } from './with-lab';

/** Bytes that a run produced, with the field of each. */
export type ShownBytes = { readonly bytes: Uint8Array; readonly map: ByteMap };

/** A record of a TLS run by its number, from 0, as its sender put it on the wire; null when there are not so many. */
export function bytesOfRecord(run: Run, record: number): ShownBytes | null {
  if (run.lab !== 'tls') return null;
  const state = stateAfter(labs.tls, run);
  const found = state.records[record];
  if (!found) return null;
  const sent = { ...found, bytes: found.sent };
  return { bytes: sent.bytes, map: mapOfRecord(sent, contextOf(state, sent.connection)) };
}

/** The datagram of a run's segment by its number, from 0, as it entered the network; null when there are not so many. */
export function bytesOfSegment(run: Run, segment: number): ShownBytes | null {
  if (run.lab !== 'tcp') return null;
  const bytes = stateAfter(labs.tcp, run).segments[segment]?.bytes;
  return bytes ? { bytes, map: segmentMap(bytes) } : null;
}
