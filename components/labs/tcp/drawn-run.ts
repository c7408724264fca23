import type { Segment } from '@/lib/labs/tcp/segment';
import type { TcpSetup } from '@/lib/labs/tcp/setup';
import type { ConnectionState, StateChange } from '@/lib/labs/tcp/state';

/** What a diagram needs of a segment: the lab's own segments have it, and so have those of a capture. */
export type DrawnSegment = Pick<
  Segment,
  | 'id'
  | 'from'
  | 'flags'
  | 'protocol'
  | 'seq'
  | 'ack'
  | 'sentAt'
  | 'at'
  | 'fate'
  | 'copyOf'
  | 'repeats'
  | 'forged'
  | 'stranger'
> & {
  readonly text: { readonly length: number };
  /** What stands out about it, as a word or two. */
  readonly mark?: string | undefined;
};

/** What has happened, as far as it is drawn: a segment's id is its place in `segments`. */
export type DrawnRun = {
  readonly setup: Pick<TcpSetup, 'protocol'>;
  readonly now: number;
  readonly segments: readonly DrawnSegment[];
  /** In which state both sides were before the first change; CLOSED where nothing is said. */
  readonly begins?: ConnectionState;
  readonly stateChanges: readonly StateChange[];
};

/** The ids of the segments that are drawn; `to` is exclusive. */
export type Shown = { readonly from: number; readonly to: number };

/** A long run is drawn in pages, so that a step costs the same at its end as at its beginning. */
export const pageOfSegments = 20;

/**
 * Which of `count` segments are drawn: the newest, at least one page of them, or the page of the one that is pointed at. Pages begin
 * at fixed places, so that nothing in the picture moves while one steps within a page.
 */
export function shownOf(count: number, picked: number | null): Shown {
  if (count <= 2 * pageOfSegments) return { from: 0, to: count };
  const newest = (Math.ceil(count / pageOfSegments) - 2) * pageOfSegments;
  if (picked === null || picked >= newest) return { from: newest, to: count };
  const from = Math.floor(picked / pageOfSegments) * pageOfSegments;
  return { from, to: from + pageOfSegments };
}
