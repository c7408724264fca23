const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Milliseconds since 1970 as an IMF-fixdate (RFC 9110 §5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`, as ECMAScript writes it too (§21.4.4.43). */
export function httpDate(ms: number): string {
  return new Date(ms).toUTCString();
}

/**
 * Reads the three forms of an HTTP date (RFC 9110 §5.6.7): IMF-fixdate, RFC 850, asctime. null: none of them, which a recipient
 * takes as if the field were not there. `now` settles the century of a year of two digits.
 */
export function parseHttpDate(text: string, now: number): number | null {
  const fixed = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT$/.exec(text);
  if (fixed) return moment(fixed[3], fixed[2], fixed[1], fixed.slice(4));
  const rfc850 = /^[A-Z][a-z]+day, (\d\d)-([A-Z][a-z]{2})-(\d\d) (\d\d):(\d\d):(\d\d) GMT$/.exec(text);
  if (rfc850) return moment(String(fullYear(Number(rfc850[3]), now)), rfc850[2], rfc850[1], rfc850.slice(4));
  const asctime = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \d]\d) (\d\d):(\d\d):(\d\d) (\d{4})$/.exec(text);
  return asctime ? moment(asctime[6], asctime[1], asctime[2], asctime.slice(3, 6)) : null;
}

/** More than 50 years ahead is meant as the past. */
function fullYear(twoDigits: number, now: number): number {
  const thisYear = new Date(now).getUTCFullYear();
  const year = thisYear - (thisYear % 100) + twoDigits;
  return year > thisYear + 50 ? year - 100 : year;
}

function moment(
  year: string | undefined,
  monthName: string | undefined,
  day: string | undefined,
  time: readonly string[],
): number | null {
  const month = months.indexOf(monthName ?? '');
  const [hour = 0, minute = 0, second = 0] = time.map(Number);
  if (month === -1 || hour > 23 || minute > 59 || second > 60) return null;
  const ms = Date.UTC(Number(year), month, Number(day), hour, minute, Math.min(second, 59));
  return new Date(ms).getUTCDate() === Number(day) ? ms : null;
}
