import type { Connection } from './world';

/** How many milliseconds of a stretch of time a connection spent waiting for something lost to be sent again. */
export function stalls({ tcp }: Connection, { from, to }: { from: number; to: number }): number {
  let stalled = 0;
  let until = from;
  for (const segment of tcp.segments) {
    const first = segment.repeats === undefined ? undefined : tcp.log.get(segment.repeats);
    // A copy of what had arrived cost nobody anything.
    if (first?.fate !== 'lost') continue;
    const [begins, ends] = [Math.max(first.sentAt, until), Math.min(segment.sentAt, to)];
    if (ends <= begins) continue;
    stalled += ends - begins;
    until = ends;
  }
  return stalled;
}

/** How many segments were sent again. */
export function retransmissions({ tcp }: Connection): number {
  return tcp.segments.filter(({ repeats }) => repeats !== undefined).length;
}
