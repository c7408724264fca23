import { before } from '../tcp/sequence-number';
import type { Observed } from './observations';

/** How long a packet takes between where it was captured and each end, in milliseconds: half of the shortest round trip that was seen. */
export type Distances = { toClient: number; toServer: number };

type Awaited = { end: number; at: number };

/** No more unacknowledged segments are remembered than fit into a large window. */
const mostAwaited = 1_024;

/**
 * A capture knows when a packet passed by, not when it was sent or arrived. What it does know is how soon each segment was answered:
 * the quickest answer took the way to the other end and back. A segment sent again tells nothing (Karn's rule), since nobody
 * knows which of the two was answered.
 */
export function distancesOf(observed: readonly Observed[]): Distances {
  const awaited: Record<Observed['from'], Awaited[]> = { client: [], server: [] };
  const quickest = { client: Number.POSITIVE_INFINITY, server: Number.POSITIVE_INFINITY };
  for (const { packet, from, seq, ack, saw } of observed) {
    const peer = from === 'client' ? 'server' : 'client';
    const { flags } = packet;
    if (flags.includes('ACK')) {
      const waiting = awaited[peer];
      const open = waiting.findIndex(({ end }) => before(ack, end));
      const answered = waiting.splice(0, open === -1 ? waiting.length : open).at(-1);
      if (answered?.end === ack) quickest[from] = Math.min(quickest[from], Math.max(packet.at - answered.at, 0));
    }
    const length = packet.textLength + (flags.includes('SYN') ? 1 : 0) + (flags.includes('FIN') ? 1 : 0);
    const isRepeated = saw.some(({ code }) => code === 'sent-again' || code === 'fills-gap' || code === 'keep-alive');
    if (isRepeated) awaited[from] = [];
    else if (length > 0 && awaited[from].length < mostAwaited)
      awaited[from].push({ end: (seq + length) >>> 0, at: packet.at });
  }
  return { toClient: half(quickest.client), toServer: half(quickest.server) };
}

function half(roundTrip: number): number {
  return Number.isFinite(roundTrip) ? roundTrip / 2 : 0;
}
