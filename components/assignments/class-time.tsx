import { type Locale, languageTags } from '@/lib/words/locale';

type Props = { at: Date; zone: string; locale: Locale; isShort?: boolean };

/** A moment as the class's clocks show it. */
export function ClassTime({ at, zone, locale, isShort = false }: Props) {
  return <time dateTime={at.toISOString()}>{isShort ? shortTime(at, zone, locale) : classTime(at, zone, locale)}</time>;
}

/** `Mon, 30 Nov 2026, 23:59 GMT+1`: with the offset of that day, so that nobody has to know when the clocks change. */
export function classTime(at: Date, zone: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tag(locale), {
    ...day,
    weekday: 'short',
    year: 'numeric',
    timeZoneName: 'short',
    timeZone: zone,
  }).format(at);
}

function shortTime(at: Date, zone: string, locale: Locale): string {
  const thisYear = { ...day, year: 'numeric', timeZone: zone } as const;
  return new Intl.DateTimeFormat(tag(locale), thisYear).format(at);
}

const day = { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** Days before months in English, as elsewhere on the site where a zone is named. */
function tag(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : languageTags[locale];
}
