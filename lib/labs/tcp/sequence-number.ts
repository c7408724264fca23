/**
 * Arithmetic on sequence numbers, modulo 2^32 (RFC 9293 §3.4). A comparison looks at the distance from `a` to `b`:
 * below 2^31 ahead is "after", so that 5 is after 4294967290.
 */
export function plus(number: number, distance: number): number {
  return (number + distance) >>> 0;
}

/** How far `to` is ahead of `from`: `distance(4294967295, 2) === 3`; negative when it is behind. */
export function distance(from: number, to: number): number {
  return (to - from) | 0;
}

export function before(a: number, b: number): boolean {
  return distance(a, b) > 0;
}

export function notAfter(a: number, b: number): boolean {
  return distance(a, b) >= 0;
}

/** RFC: RCV.NXT =< SEG.SEQ < RCV.NXT + RCV.WND. */
export function inWindow(number: number, next: number, window: number): boolean {
  return notAfter(next, number) && distance(next, number) < window;
}
