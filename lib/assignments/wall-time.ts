import { offsetAt } from '@/lib/review/day';

const dayMs = 86_400_000;

/** What a clock on the wall says, as `<input type="datetime-local">` writes it. */
const pattern = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?$/;

/** When the clocks go back, an hour is there twice: which of the two is meant. */
export type Which = 'earlier' | 'later';

export type WallTime =
  | { readonly kind: 'time'; readonly at: Date; readonly isTwice: boolean }
  /** The clocks go forward over it: there is no such time that day. `next` is the first that there is. */
  | { readonly kind: 'skipped'; readonly next: Date }
  | { readonly kind: 'unreadable' };

/** `wallTimeOf(2026-03-29T01:30Z, 'Europe/Berlin') === '2026-03-29T03:30'` */
export function wallTimeOf(at: Date, zone: string): string {
  return new Date(at.getTime() + offsetAt(at, zone)).toISOString().slice(0, 16);
}

/** The moment at which clocks of the zone say this. */
export function readWallTime(text: string, zone: string, which: Which = 'later'): WallTime {
  const wall = wallMs(text);
  return wall === undefined ? { kind: 'unreadable' } : momentOf(wall, zone, which);
}

/** The same time of day some days later, by the clocks of another zone if need be; of a time that is skipped, the next there is. */
export function shiftedDays(at: Date, days: number, zone: string, toZone = zone): Date {
  const wall = at.getTime() + offsetAt(at, zone) + days * dayMs;
  const found = momentOf(wall, toZone, 'later');
  if (found.kind === 'unreadable') throw new Error(`${at.toISOString()} cannot be ${days} days later in ${toZone}`);
  return found.kind === 'time' ? found.at : found.next;
}

function momentOf(wall: number, zone: string, which: Which): WallTime {
  // Clocks are never changed twice within two days; and no zone is a day from UTC.
  const offsets = [-dayMs, dayMs].map((away) => offsetAt(new Date(wall + away), zone));
  const moments = [...new Set(offsets)]
    .map((offset) => wall - offset)
    .filter((moment) => moment + offsetAt(new Date(moment), zone) === wall)
    .sort((one, other) => one - other);
  const at = which === 'earlier' ? moments[0] : moments.at(-1);
  if (at !== undefined) return { kind: 'time', at: new Date(at), isTwice: moments.length > 1 };
  const [before = 0, after = 0] = offsets;
  return { kind: 'skipped', next: jumpBetween(wall - after, wall - before, zone) };
}

/** The moment at which the clocks jump, to the minute: `early` is before it, `late` is not. */
function jumpBetween(early: number, late: number, zone: string): Date {
  const [before, minute] = [offsetAt(new Date(early), zone), 60_000];
  let [low, high] = [early, late];
  while (high - low > minute) {
    const middle = low + Math.floor((high - low) / 2 / minute) * minute;
    if (offsetAt(new Date(middle), zone) === before) low = middle;
    else high = middle;
  }
  return new Date(high);
}

function wallMs(text: string): number | undefined {
  const [, year, month, day, hour, minute] = (pattern.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined)
    return undefined;
  if (year < 2000 || year > 2199 || hour > 23 || minute > 59) return undefined;
  const ms = Date.UTC(year, month - 1, day, hour, minute);
  const read = new Date(ms);
  // 31 February becomes March: it is no date.
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === day ? ms : undefined;
}
