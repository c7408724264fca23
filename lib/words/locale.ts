/** The languages of the interface. A path states which of them it is written in. */
export const locales = ['en', 'zh'] as const;
export type Locale = (typeof locales)[number];

/** What goes into `lang` and `hreflang`. */
export const languageTags: Record<Locale, string> = { en: 'en', zh: 'zh-Hans' };

/** How each language calls itself. */
export const languageNames: Record<Locale, string> = { en: 'English', zh: '中文' };

/** A text in some of the languages. */
export type Localized = Partial<Record<Locale, string>>;

export function isLocale(value: string): value is Locale {
  return (locales as readonly string[]).includes(value);
}

/** `otherLocale('en') === 'zh'` */
export function otherLocale(locale: Locale): Locale {
  return locale === 'en' ? 'zh' : 'en';
}

/** The text in `locale`, or in the language there is. */
export function inLocale(text: Localized, locale: Locale): string {
  return text[locale] ?? text[otherLocale(locale)] ?? '';
}
