import { stringify } from 'yaml';
import type { Locale, Localized } from '@/lib/words/locale';

/** A text of an author's as YAML writes it on one line: quoted where it has to be. */
export function scalar(text: string): string {
  return stringify(text, { lineWidth: 0, blockQuote: false }).trimEnd();
}

/** `title:` with a line for each language, below a key at `indent`. */
export function localizedLines(texts: Localized, languages: readonly Locale[], indent: string): string {
  return languages.map((locale) => `${indent}${locale}: ${scalar(texts[locale] ?? '')}\n`).join('');
}

/** Only these languages of every text in several languages, wherever it stands. */
export function inLanguages(value: unknown, languages: readonly Locale[]): unknown {
  if (Array.isArray(value)) return value.map((each) => inLanguages(each, languages));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  const isLocalized = entries.length > 0 && entries.every(([key]) => key === 'en' || key === 'zh');
  const kept = isLocalized ? entries.filter(([key]) => languages.some((locale) => locale === key)) : entries;
  return Object.fromEntries(kept.map(([key, inside]) => [key, inLanguages(inside, languages)]));
}
