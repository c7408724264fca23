import { nextBelow, nextUint32, seeded } from '../../random';

/** A note of the small resource store. `text`: one character an octet. */
export type Note = {
  readonly title: string;
  readonly text: string;
  /** Counts from 1; its entity tag follows from it. */
  readonly version: number;
  readonly changedAt: number;
};

/** How often something that can be changed was changed, and when last. */
export type Revision = { readonly version: number; readonly changedAt: number };

/**
 * All that the practice server remembers. Plain data, so that it can be kept as JSON; never changed, only replaced.
 * Bounded: `mostNotes`, `mostNoteOctets`, `mostRequests`.
 */
export type OriginStore = {
  readonly seed: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly requests: number;
  readonly notes: Readonly<Record<string, Note>>;
  readonly nextNote: number;
  /** By path, of what is not a note. */
  readonly revisions: Readonly<Record<string, Revision>>;
};

export const mostNotes = 50;
export const mostNoteOctets = 4_096;
/** After so many requests a store answers 429. */
export const mostRequests = 200;

const dayMs = 86_400_000;

/** A fresh store. The same seed and moment give the same server for ever. */
export function createStore(seed: number, now: number): OriginStore {
  const createdAt = wholeSecond(now);
  const old = createdAt - 10 * dayMs;
  return {
    seed,
    createdAt,
    requests: 0,
    notes: {
      '1': { title: 'umbrella', text: 'Take one.', version: 1, changedAt: old },
      shared: { title: 'shared', text: 'Several people write here.', version: 1, changedAt: old },
    },
    nextNote: 2,
    revisions: {},
  };
}

export function wholeSecond(ms: number): number {
  return Math.floor(ms / 1_000) * 1_000;
}

/** How often the thing at a path was changed; untouched, it is ten days older than the store. */
export function revisionAt(store: OriginStore, path: string): Revision {
  const known = Object.hasOwn(store.revisions, path) ? store.revisions[path] : undefined;
  return known ?? { version: 1, changedAt: store.createdAt - 10 * dayMs };
}

export function changedAt(store: OriginStore, path: string, now: number): OriginStore {
  const { version } = revisionAt(store, path);
  if (!Object.hasOwn(store.revisions, path) && Object.keys(store.revisions).length >= mostNotes) return store;
  const revision = { version: version + 1, changedAt: wholeSecond(now) };
  return { ...store, revisions: { ...store.revisions, [path]: revision } };
}

/** Eight hexadecimal digits that follow from the seed and a name. */
export function mark(seed: number, name: string): string {
  let state = seeded(seed, 80);
  for (let at = 0; at < name.length; at += 1) state = seeded(state, name.charCodeAt(at));
  return nextUint32(state).value.toString(16).padStart(8, '0');
}

/** Who may come in where a name and a password are asked for: told by the index page and by every 401. */
export function account(seed: number): { user: string; password: string } {
  return { user: 'learner', password: `open-${1_000 + nextBelow(seeded(seed, 81), 9_000).value}` };
}
