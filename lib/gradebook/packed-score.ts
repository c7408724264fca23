import type { ItemScore, LessonScore } from '@/lib/gradebook/lesson-score';

/** An item's score as it is kept: a gradebook holds millions, and most of what could be said of one is not worth saying. */
type PackedItem = {
  readonly f?: number;
  /** Best, last: where they are not the first. */
  readonly b?: number;
  readonly l?: number;
  /** Where they are not 1. */
  readonly t?: number;
  readonly w?: number;
  readonly x?: 1;
  readonly h?: number;
  readonly d?: number;
  readonly s?: number;
  readonly o?: readonly string[];
  readonly m?: string;
  readonly k?: readonly string[];
  readonly a: number;
};

export type PackedScore = {
  readonly i: Readonly<Record<string, PackedItem>>;
  readonly s?: Readonly<Record<string, number>>;
  readonly c?: string;
};

export function packScore({ items, stuck, completedOn }: LessonScore): PackedScore {
  const sorted = [...items].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    i: Object.fromEntries(sorted.map(([local, item]) => [local, packItem(item)])),
    ...(stuck.size > 0 && { s: Object.fromEntries([...stuck].sort(([one], [other]) => (one < other ? -1 : 1))) }),
    ...(completedOn !== null && { c: completedOn }),
  };
}

function packItem(item: ItemScore): PackedItem {
  const { first } = item;
  return {
    ...(first !== null && { f: first }),
    ...(item.best !== (first ?? 0) && { b: item.best }),
    ...(item.last !== (first ?? 0) && { l: item.last }),
    ...(item.tries !== 1 && { t: item.tries }),
    ...(item.waiting > 0 && { w: item.waiting }),
    ...(item.withheld && { x: 1 as const }),
    ...(item.help > 0 && { h: item.help }),
    ...(item.helped > 0 && { d: item.helped }),
    ...(item.seconds !== null && { s: item.seconds }),
    ...(item.chosen.length > 0 && { o: item.chosen }),
    ...(item.misconception !== null && { m: item.misconception }),
    ...(item.landmarks.length > 0 && { k: item.landmarks }),
    a: item.lastAt,
  };
}

export function unpackScore({ i, s, c }: PackedScore): LessonScore {
  return {
    items: new Map(Object.entries(i).map(([local, item]) => [local, unpackItem(item)])),
    stuck: new Map(Object.entries(s ?? {})),
    completedOn: c ?? null,
  };
}

function unpackItem({ f, b, l, t, w, x, h, d, s, o, m, k, a }: PackedItem): ItemScore {
  return {
    first: f ?? null,
    best: b ?? f ?? 0,
    last: l ?? f ?? 0,
    tries: t ?? 1,
    waiting: w ?? 0,
    withheld: x === 1,
    help: h ?? 0,
    helped: d ?? 0,
    seconds: s ?? null,
    chosen: o ?? [],
    misconception: m ?? null,
    landmarks: k ?? [],
    lastAt: a,
  };
}
