import { type Locale, languageTags } from '@/lib/words/locale';

/** `sizeText(301_204, 'en')` → `301 kB`, from a million on `1.3 MB`. */
export function sizeText(bytes: number, locale: Locale): string {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : [bytes / 1e6, 'megabyte'];
  const maximumFractionDigits = bytes < 1e6 ? 0 : 1;
  return new Intl.NumberFormat(languageTags[locale], { style: 'unit', unit, maximumFractionDigits }).format(value);
}
