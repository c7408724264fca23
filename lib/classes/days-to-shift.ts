const MOST_DAYS = 20 * 366;

/** `daysToShift('2026-09-01', '2027-02-15') === 167`; undefined for what is no day of the calendar, or too far away to be meant. */
export function daysToShift(from: string, to: string): number | undefined {
  const [start, end] = [from, to].map(midnightOf);
  if (start === undefined || end === undefined) return undefined;
  const days = (end - start) / 86_400_000;
  return Math.abs(days) <= MOST_DAYS ? days : undefined;
}

function midnightOf(day: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return undefined;
  const ms = Date.parse(`${day}T00:00:00Z`);
  // 31 February becomes March: it is no day.
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(day) ? ms : undefined;
}
