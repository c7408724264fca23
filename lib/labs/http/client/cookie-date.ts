const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The lenient dates of cookies (RFC 6265 §5.1.1): tokens in any order, the first of each kind counts. Milliseconds; null: none. */
export function parseCookieDate(text: string): number | null {
  let time: [number, number, number] | null = null;
  let day: number | null = null;
  let month: number | null = null;
  let year: number | null = null;
  for (const token of text.slice(0, 200).split(/[\t\x20-\x2f;-@[-`{-~]+/)) {
    const clock = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\D|$)/.exec(token);
    const digits = /^(\d{1,4})(?:\D|$)/.exec(token)?.[1] ?? '';
    const named = months.indexOf(token.slice(0, 3).toLowerCase());
    if (!time && clock) time = [Number(clock[1]), Number(clock[2]), Number(clock[3])];
    else if (day === null && digits !== '' && digits.length <= 2) day = Number(digits);
    else if (month === null && named !== -1) month = named;
    else if (year === null && digits.length >= 2) year = Number(digits);
  }
  if (!time || day === null || month === null || year === null) return null;
  if (year >= 70 && year <= 99) year += 1_900;
  if (year >= 0 && year <= 69) year += 2_000;
  const [hour, minute, second] = time;
  if (day < 1 || day > 31 || year < 1_601 || hour > 23 || minute > 59 || second > 59) return null;
  const ms = Date.UTC(year, month, day, hour, minute, second);
  return new Date(ms).getUTCDate() === day ? ms : null;
}
