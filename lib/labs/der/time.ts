/** The two ways to write a time (RFC 5280 §4.1.2.5): YYMMDDHHMMSSZ until 2049, YYYYMMDDHHMMSSZ from 2050. */
export type TimeType = 'UTCTime' | 'GeneralizedTime';

/** Milliseconds since 1970 in UTC, or null where the text is no time. UTCTime's years 50 to 99 are those of the last century. */
export function timeFrom(type: TimeType, bytes: Uint8Array): number | null {
  const text = String.fromCharCode(...bytes.subarray(0, 16));
  const match = (type === 'UTCTime' ? /^(\d\d)(\d{10})Z$/ : /^(\d{4})(\d{10})Z$/).exec(text);
  if (!match || bytes.length > 15) return null;
  const written = Number(match[1]);
  const year = type === 'GeneralizedTime' ? written : written + (written >= 50 ? 1900 : 2000);
  const [month = 0, day = 0, hour = 0, minute = 0, second = 0] = (match[2] ?? '').match(/\d\d/g)?.map(Number) ?? [];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  // The 31st of June would have become the 1st of July.
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : null;
}

/** The type RFC 5280 asks for at that time, and its text. Seconds are whole; the year 1950 to 9999. */
export function timeText(at: number): { type: TimeType; text: string } {
  const digits = new Date(Math.floor(at / 1000) * 1000).toISOString().replace(/\D/g, '').slice(0, 14);
  const year = Number(digits.slice(0, 4));
  return year >= 1950 && year < 2050
    ? { type: 'UTCTime', text: `${digits.slice(2)}Z` }
    : { type: 'GeneralizedTime', text: `${digits}Z` };
}
