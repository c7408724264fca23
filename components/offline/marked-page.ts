import { isLocale, type Locale, languageTags } from '@/lib/words/locale';
import { offlineWords } from '@/lib/words/offline';

/**
 * A page as it is kept: it says of itself, in its own language, since when. The sentence stands in an attribute of <html>, which the page's
 * style sheet shows before any script runs and which React leaves alone.
 */
export function markedPage(body: ArrayBuffer, address: string, fallback: Locale, savedAt: string): string {
  const first = address.split('/')[1] ?? '';
  const locale = isLocale(first) ? first : fallback;
  const day = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'long' }).format(new Date(savedAt));
  const mark = ` data-saved-at="${savedAt}" data-saved="${offlineWords[locale].savedOn(day)}"`;
  return new TextDecoder().decode(body).replace(/<html\b/, `$&${mark}`);
}
