import { lengthOf, type SackBlock } from './segment';
import { notAfter, plus } from './sequence-number';
import type { Endpoint, Unacknowledged } from './state';

/** So many segments that arrived behind a gap make the gap a loss (DupThresh, RFC 6675 §2). */
const threshold = 3;

/** Marks what the peer holds ahead of its turn (RFC 2018 §8). */
export function markSacked(endpoint: Endpoint, blocks: readonly SackBlock[]): void {
  const isIn = ({ segment }: Unacknowledged, { from, to }: SackBlock) =>
    notAfter(from, segment.seq) && notAfter(plus(segment.seq, lengthOf(segment)), to);
  endpoint.retransmissionQueue = endpoint.retransmissionQueue.map((entry) =>
    !entry.sacked && blocks.some((block) => isIn(entry, block)) ? { ...entry, sacked: true, lost: false } : entry,
  );
}

/** In recovery: what was sent once and has three segments behind it that arrived is lost. */
export function markLost(endpoint: Endpoint): void {
  let behind = 0;
  const queue = endpoint.retransmissionQueue;
  for (let place = queue.length - 1; place >= 0; place -= 1) {
    const entry = queue[place];
    if (entry?.sacked) behind += 1;
    else if (entry && behind >= threshold && entry.retransmissions === 0) queue[place] = { ...entry, lost: true };
  }
}
