import { peerOf, type Side, sides } from '@/lib/labs/tcp/setup';
import type { ConnectionState } from '@/lib/labs/tcp/state';
import type { DrawnRun, DrawnSegment, Shown } from './drawn-run';

/** The sequence diagram in its own units, which are never drawn smaller than one CSS pixel. */
export const frame = { width: 430, client: 96, server: 334, stranger: 158, top: 56, foot: 44 } as const;

const line = 22;

/** How far an ordinary segment sinks on its way across. */
const ordinary = 44;

export type Point = { readonly x: number; readonly y: number };

/** A segment on its way: a line from the sender, as far as it got. */
export type Arrow = {
  readonly segment: DrawnSegment;
  readonly from: Point;
  readonly to: Point;
  /** How much room its words have: two lines beside nothing; one, beside a parallel; near the sender, when it crosses another. */
  readonly room: 'full' | 'single' | 'short';
};

export type StateLabel = {
  readonly side: Side;
  readonly y: number;
  readonly state: ConnectionState;
  readonly current: boolean;
};
export type TimeLabel = { readonly y: number; readonly ms: number };

export type Picture = {
  readonly height: number;
  readonly arrows: readonly Arrow[];
  readonly states: readonly StateLabel[];
  readonly times: readonly TimeLabel[];
  /** Someone else sends or is sent to: they have a line of their own, beside that of the client they stand in for. */
  readonly hasStrangers: boolean;
};

/** All that happens at one time: what arrives and leaves at each side stands below one another. */
type Moment = {
  readonly ms: number;
  readonly ends: Record<Side, number[]>;
  readonly starts: Record<Side, number[]>;
  readonly turns: Record<Side, ConnectionState[]>;
};

/** The height of a stage: what the two tables beside the diagram need. */
const stageHeight = 404;

/** How far a short run may be stretched to fill its stage; a long one is drawn as it is. */
export function stretchOf(whole: DrawnRun, shown: Shown = all(whole)): number {
  const moments = momentsOf(whole, shown);
  const pauses = moments.slice(1).reduce((sum, moment, index) => sum + pause(moment.ms - (moments[index]?.ms ?? 0)), 0);
  if (pauses === 0) return 1.6;
  return Math.min(2, Math.max(1, 1 + (stageHeight - pictureOf(whole, 1, shown).height) / pauses));
}

/** From what has happened to where it is drawn. Time runs downwards, longer pauses a little longer, but never to scale. */
export function pictureOf(state: DrawnRun, stretch: number, shown: Shown = all(state)): Picture {
  const segments = state.segments.slice(shown.from, shown.to);
  const moments = momentsOf(state, shown);
  const tops = topsOf(moments, stretch);
  const slope = ordinary * stretch;
  const starts = new Map<number, Point>();
  const ends = new Map<number, Point>();
  const states = statesBefore(state, moments[0]?.ms ?? 0, shown);
  moments.forEach((moment, index) => {
    const top = tops[index] ?? frame.top;
    for (const side of sides) {
      moment.ends[side].forEach((id, row) => {
        ends.set(id, { x: endOf(state, id), y: top + row * line });
      });
      const below = top + moment.ends[side].length * line - (moment.ends[side].length > 0 ? 8 : 0);
      moment.starts[side].forEach((id, row) => {
        starts.set(id, { x: startOf(state, id), y: below + row * line });
      });
      moment.turns[side].forEach((to, row) => {
        states.push({ side, y: top + row * line, state: to, current: false });
      });
    }
  });
  const lines = segments.map((segment) => arrowOf(segment, state, starts, ends, slope));
  // Of lines at their full length: one that is cut short for another to be read took more room a step before.
  const deepest = Math.max(frame.top, ...states.map((it) => it.y), ...lines.flatMap(depthsOf));
  return {
    height: deepest + frame.foot,
    arrows: withRoom(lines, slope),
    states: sides.flatMap((side) => markLast(states.filter((it) => it.side === side))),
    // Beside the client's line, below what its states say at that time.
    times: moments.map(({ ms, turns }, index) => ({ ms, y: (tops[index] ?? frame.top) + turns.client.length * 17 })),
    hasStrangers: segments.some(isOfStranger),
  };
}

function all({ segments }: DrawnRun): Shown {
  return { from: 0, to: segments.length };
}

/** In which state each side was when the page begins. Over UDP there are none. */
function statesBefore(state: DrawnRun, ms: number, { from }: Shown): StateLabel[] {
  if (state.setup.protocol === 'udp') return [];
  return sides.map((side) => {
    const before = from === 0 ? undefined : state.stateChanges.findLast((it) => it.side === side && it.at < ms);
    return { side, y: frame.top - 26, state: before?.to ?? state.begins ?? 'CLOSED', current: false };
  });
}

/** Whoever forges a segment, or answers from elsewhere, does not stand on the client's line. */
export function isOfStranger({ forged, stranger }: DrawnSegment): boolean {
  return forged === true || stranger !== undefined;
}

function startOf({ segments }: DrawnRun, id: number): number {
  const segment = segments[id];
  if (!segment) return frame.client;
  if (segment.forged) return segment.from === 'client' ? frame.stranger : mirrored;
  return frame[segment.from];
}

function endOf({ segments }: DrawnRun, id: number): number {
  const segment = segments[id];
  if (!segment) return frame.server;
  if (segment.stranger && !segment.forged) return segment.from === 'server' ? frame.stranger : mirrored;
  return frame[peerOf(segment.from)];
}

/** Where a stranger stands who plays the server. */
const mirrored = frame.server - (frame.stranger - frame.client);

/** How deep an arrow reaches; the end of one under way may stand in the room kept free at the foot. */
function depthsOf({ segment, from, to }: Omit<Arrow, 'room'>): number[] {
  return [from.y, segment.fate === 'arrived' ? to.y : to.y - 24];
}

function momentsOf(state: DrawnRun, shown: Shown): Moment[] {
  const segments = state.segments.slice(shown.from, shown.to);
  const byTime = new Map<number, Moment>();
  const at = (ms: number): Moment => {
    const known = byTime.get(ms);
    if (known) return known;
    const empty = (): Record<Side, never[]> => ({ client: [], server: [] });
    const fresh = { ms, ends: empty(), starts: empty(), turns: empty() };
    byTime.set(ms, fresh);
    return fresh;
  };
  for (const segment of segments) {
    if (segment.copyOf === undefined) at(segment.sentAt).starts[segment.from].push(segment.id);
  }
  for (const segment of [...segments].sort((a, b) => a.at - b.at || a.id - b.id)) {
    if (segment.fate === 'arrived') at(segment.at).ends[peerOf(segment.from)].push(segment.id);
  }
  for (const change of changesIn(state, shown)) at(change.at).turns[change.side].push(change.to);
  return [...byTime.values()].sort((a, b) => a.ms - b.ms);
}

/** The changes of state between the first segment of a page and the first of the next. */
function changesIn({ segments, stateChanges }: DrawnRun, { from, to }: Shown) {
  const began = from === 0 ? Number.NEGATIVE_INFINITY : (segments[from]?.sentAt ?? 0);
  const ended = segments[to]?.sentAt ?? Number.POSITIVE_INFINITY;
  return stateChanges.filter(({ at }) => began <= at && at < ended);
}

function topsOf(moments: readonly Moment[], stretch: number): number[] {
  let y = frame.top;
  return moments.map((moment, index) => {
    const before = moments[index - 1];
    if (before) y += rowsOf(before) * line + pause(moment.ms - before.ms) * stretch;
    return y;
  });
}

function rowsOf(moment: Moment): number {
  const rows = sides.map((side) =>
    Math.max(moment.ends[side].length + moment.starts[side].length, moment.turns[side].length),
  );
  return Math.max(...rows) - 1;
}

/** `pause(40) ≈ 40`, `pause(1000) ≈ 61`, `pause(240_000) = 72` */
function pause(ms: number): number {
  return 34 + Math.min(38, 6 * Math.log2(1 + ms / 40));
}

function arrowOf(
  segment: DrawnSegment,
  state: DrawnRun,
  starts: Map<number, Point>,
  ends: Map<number, Point>,
  slope: number,
): Omit<Arrow, 'room'> {
  const original = segment.copyOf === undefined ? undefined : starts.get(segment.copyOf);
  const to = ends.get(segment.id);
  // The one it was copied from may stand on an earlier page.
  const beside = { x: startOf(state, segment.id), y: Math.max(frame.top, (to?.y ?? frame.top) - slope) };
  const from = starts.get(segment.id) ?? along(original ?? beside, segment.from, 0.5, slope);
  if (to) return { segment, from, to };
  if (segment.fate === 'lost')
    return { segment, from, to: along(from, segment.from, segment.copyOf === undefined ? 0.62 : 0.3, slope) };
  const passed = (state.now - segment.sentAt) / Math.max(1, segment.at - segment.sentAt);
  const gone = Math.min(1, Math.max(0, passed));
  return {
    segment,
    from,
    to: along(from, segment.from, segment.copyOf === undefined ? 0.56 + 0.2 * gone : 0.3, slope),
  };
}

/** The point a part of the way across, on the slope of an ordinary segment. */
function along(from: Point, sender: Side, part: number, slope: number): Point {
  const across = frame[peerOf(sender)] - frame[sender];
  return { x: from.x + across * part, y: from.y + slope * part };
}

function withRoom(arrows: readonly Omit<Arrow, 'room'>[], slope: number): Arrow[] {
  return arrows.map((arrow) => {
    const others = arrows.filter((it) => it !== arrow && overlaps(it, arrow));
    const crossed = others.some((it) => it.segment.from !== arrow.segment.from);
    const room = crossed ? 'short' : others.length > 0 ? 'single' : 'full';
    // Two that are under way towards each other stop short of the middle, so that both can be read.
    const meets = crossed && arrow.segment.fate === 'in-flight';
    return { ...arrow, ...(meets && { to: along(arrow.from, arrow.segment.from, 0.29, slope) }), room };
  });
}

/** Whether two lines cross, or run so near each other that two lines of words would touch. */
function overlaps(a: Omit<Arrow, 'room'>, b: Omit<Arrow, 'room'>): boolean {
  if (a.segment.from === b.segment.from) return Math.min(Math.abs(a.from.y - b.from.y), Math.abs(a.to.y - b.to.y)) < 36;
  return a.from.y + 6 < b.to.y && b.from.y + 6 < a.to.y;
}

function markLast(labels: readonly StateLabel[]): StateLabel[] {
  return labels.map((label, index) => ({ ...label, current: index === labels.length - 1 }));
}
