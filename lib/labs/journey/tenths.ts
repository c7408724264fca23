/** Milliseconds, as exactly as anyone wants to read them. */
export function tenths(ms: number): number {
  return Math.round(ms * 10) / 10;
}
