import type { Audience } from '@/lib/live/room-event';
import type { StreamHolder } from '@/lib/live/stream-access-store';

/** One open stream: whose it is, which side of the room it shows, and what it was last told. */
export type Screen = StreamHolder & {
  readonly audience: Audience;
  /** The last event it was told, or that was not for it. */
  seq: number;
  /** Since when its reader takes nothing more, in milliseconds; null: it keeps up. Meanwhile nothing is written, so nothing piles up. */
  behindSince: number | null;
  write(frame: string): void;
  /** Ends the stream; the browser comes back by itself, and catches up. */
  end(): void;
};

/** A frame of a stream, as server-sent events are written. JSON holds no line ends. */
export function frameOf(seq: number, data: object): string {
  return `id: ${seq}\ndata: ${JSON.stringify(data)}\n\n`;
}
