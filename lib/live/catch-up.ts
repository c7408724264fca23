import type { RoomEvent } from '@/lib/live/room-event';

export type CatchUp =
  | { readonly kind: 'events'; readonly events: readonly RoomEvent[] }
  /** What came next is kept no longer, or never was: whoever asks must look at everything anew. */
  | { readonly kind: 'gone' };

/**
 * The newest events of a room, without a gap. Who names the last one they have had gets each of those after it once, in order.
 */
export class RecentEvents {
  #events: RoomEvent[] = [];

  /** `seq`: of the newest event there is, kept or not. */
  constructor(
    public seq: number,
    readonly most: number,
  ) {}

  /** Takes what came after the newest; what is known already is left out. False: there is a gap, and nothing was taken. */
  add(events: readonly RoomEvent[]): boolean {
    const fresh = events.filter(({ seq }) => seq > this.seq);
    if (fresh.some(({ seq }, at) => seq !== this.seq + at + 1)) return false;
    this.#events = [...this.#events, ...fresh].slice(-this.most);
    this.seq += fresh.length;
    return true;
  }

  after(seq: number): CatchUp {
    if (seq > this.seq) return { kind: 'gone' };
    const wanted = this.seq - seq;
    if (wanted > this.#events.length) return { kind: 'gone' };
    return { kind: 'events', events: wanted === 0 ? [] : this.#events.slice(-wanted) };
  }
}
