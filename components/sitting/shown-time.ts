import { type Locale, languageTags } from '@/lib/words/locale';

/** `23 Nov 2026, 14:30 UTC`: the server knows no other zone of its reader. */
export function shownTime(time: Date, locale: Locale): string {
  const shown = new Intl.DateTimeFormat(languageTags[locale], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return `${shown.format(time)} UTC`;
}
