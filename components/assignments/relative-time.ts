import { type Locale, languageTags } from '@/lib/words/locale';

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** `in 3 days`, `2 hours ago`: in the largest unit of which there is at least one; never rounded up, so that nobody is told they have longer. */
export function relativeTime(at: Date, now: Date, locale: Locale): string {
  const away = at.getTime() - now.getTime();
  const [unit, ms] = units.find(([, length]) => Math.abs(away) >= length) ?? ['minute', 60_000];
  return new Intl.RelativeTimeFormat(languageTags[locale], { numeric: 'always' }).format(Math.trunc(away / ms), unit);
}
