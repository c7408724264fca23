const dayMs = 86_400_000;

/** A learner's days begin where they live; until that is known, in UTC. */
export const defaultZone = 'UTC';

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The days from 1 January 1970 to the day of this moment, in this zone. */
export function dayNumber(at: Date, zone: string): number {
  return Math.floor((at.getTime() + offsetAt(at, zone)) / dayMs);
}

/** The moment at which a day begins. */
export function startOfDay(day: number, zone: string): Date {
  const utc = day * dayMs;
  const guess = new Date(utc - offsetAt(new Date(utc), zone));
  // The clocks may have been changed between the two.
  return new Date(utc - offsetAt(guess, zone));
}

/** The date of a day, for formatting in UTC. */
export function dateOf(day: number): Date {
  return new Date(day * dayMs);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far local clocks are ahead of UTC, in milliseconds. */
export function offsetAt(at: Date, zone: string): number {
  if (zone === defaultZone) return 0;
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-u-hc-h23', { ...fields, timeZone: zone });
  formats.set(zone, format);
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at.getTime() / 1_000) * 1_000;
}

const fields = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const;
