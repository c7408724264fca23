/** A learner in a class, as enrolment has them now and as they were last counted. */
export type Member = {
  readonly learnerId: string;
  readonly classId: string;
  /** They are in the class now, as a learner: they are counted. */
  readonly belongs: boolean;
  /** What staff see them listed as. */
  readonly listedAs: string;
  readonly group: string | null;
  /** Of the class. */
  readonly zone: string;
  readonly paths: readonly string[];
  /** Seconds since 1970 of the last visit. */
  readonly visited: number;
  readonly counted: Standing | null;
};

/** How a learner stands in a class, as it is kept. */
export type Standing = {
  readonly nameKey: string;
  readonly group: string | null;
  readonly done: number;
  readonly stuck: number;
  /** Seconds since 1970 of the last answer or visit. */
  readonly seen: number;
  /** Answers by day of the class's zone. */
  readonly days: Readonly<Record<string, number>>;
};

const longAgo = 100_000_000_000;

/** What risk is sorted by: stuck in more comes first, then who has not been seen for longer. One whole number. */
export function riskOf({ stuck, seen }: Pick<Standing, 'stuck' | 'seen'>): number {
  return stuck * longAgo + (longAgo - 1 - seen);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** `2026-11-24`: the day in a zone. */
export function dayIn(zone: string, at: Date): string {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(zone, format);
  }
  return format.format(at);
}

/** One learner in one class. */
export function memberKey({ learnerId, classId }: Pick<Member, 'learnerId' | 'classId'>): string {
  return `${learnerId} ${classId}`;
}
