import { type Locale, languageTags } from '@/lib/words/locale';

/** A moment as the class's clocks show it; the zone is named once on the page. */
export function classTime(at: Date, locale: Locale, timeZone: string): string {
  return new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    at,
  );
}

export function classDay(at: Date, locale: Locale, timeZone: string): string {
  return new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'medium', timeZone }).format(at);
}
