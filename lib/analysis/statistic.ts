/** Why a statistic has no value. */
export type WhyUndefined =
  /** Nobody has answered. */
  | 'no-answers'
  /** Fewer learners than the formula needs. */
  | 'too-few'
  /** Everybody has the same share on the question: there is nothing to tell learners apart by. */
  | 'all-alike'
  /** Everybody did equally well on the rest. */
  | 'rest-alike'
  /** A correlation of exactly 1 or −1: Fisher's z is infinite, and there is no interval. */
  | 'perfect'
  /** Nothing to choose from: what is typed or done cannot be guessed at random. */
  | 'open';

export type Undefined = { readonly kind: 'undefined'; readonly why: WhyUndefined };

/** A statistic that may have no value: never NaN. */
export type Statistic = { readonly kind: 'value'; readonly value: number } | Undefined;

export type Interval = { readonly kind: 'interval'; readonly low: number; readonly high: number };

/** A statistic and how sure it is: where, 95 times of 100, the value of a large class like this one would be found. */
export type Estimate =
  | { readonly kind: 'value'; readonly value: number; readonly interval: Interval | Undefined }
  | Undefined;

/** The 97.5 % point of the normal distribution: intervals are of 95 %. */
export const z95 = 1.959963984540054;

export function notDefined(why: WhyUndefined): Undefined {
  return { kind: 'undefined', why };
}

export function valued(value: number): Statistic {
  return { kind: 'value', value };
}

/** One value of a statistic's two variables, and how many learners have it. */
export type Point = { readonly x: number; readonly y: number; readonly weight: number };

export function totalOf(points: readonly { readonly weight: number }[]): number {
  return points.reduce((sum, { weight }) => sum + weight, 0);
}

export function meanOf<P extends { readonly weight: number }>(points: readonly P[], of: (point: P) => number): number {
  return points.reduce((sum, point) => sum + of(point) * point.weight, 0) / totalOf(points);
}

/** Whether all values are the same: asked of the values, since a sum of squares is never quite 0. */
export function isConstant(values: readonly number[]): boolean {
  return new Set(values).size <= 1;
}
