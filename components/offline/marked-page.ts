import { isLocale, type Locale, languageTags } from '@/lib/words/locale';
import { offlineWords } from '@/lib/words/offline';

/**
 * A page as it is kept: it says of itself, in its own language, since when. The sentence stands in an attribute of <html>, which the page's
 * style sheet shows before any script runs and which React leaves alone.
 */
export function markedPage(body: ArrayBuffer, address: string, fallback: Locale, savedAt: string): string {
  const first = address.split('/')[1] ?? '';
  const locale = isLocale(first) ? first : fallback;
  const text = new TextDecoder().decode(body);
  // The list of what is saved has nothing to be out of date.
  if (address.endsWith('/offline')) return text;
  const day = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'medium' }).format(new Date(savedAt));
  return text.replace(/<html\b/, `$& data-saved-at="${savedAt}" data-saved="${offlineWords[locale].copyOf(day)}"`);
}
