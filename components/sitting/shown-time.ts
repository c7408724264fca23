import { type Locale, languageTags } from '@/lib/words/locale';

/** `23 Nov 2026, 14:30 UTC`: of an assignment the zone of its class; otherwise the server knows no other zone of its reader. */
export function shownTime(time: Date, locale: Locale, timeZone = 'UTC'): string {
  const shown = new Intl.DateTimeFormat(languageTags[locale], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  });
  return `${shown.format(time)} ${timeZone}`;
}
