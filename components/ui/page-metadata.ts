import type { Metadata } from 'next';
import { type Locale, languageTags, locales } from '@/lib/words/locale';

type Page = {
  locale: Locale;
  /** As given to `SitePage`. */
  path: string;
  title?: string;
  description?: string;
  languages?: readonly Locale[];
};

/** What a page tells the outside: its title, its other languages, its card when someone shares it. */
export function pageMetadata({ locale, path, title, description, languages = locales }: Page): Metadata {
  const alternates = Object.fromEntries(languages.map((it) => [languageTags[it], `/${it}${path}`]));
  const home = languages.includes(locale) ? locale : (languages[0] ?? locale);
  return {
    ...(title ? { title } : {}),
    ...(description ? { description } : {}),
    // What is written in the other language alone has its home there; here it only stands in.
    alternates: { canonical: `/${home}${path}`, languages: alternates },
    ...(home === locale ? {} : { robots: { index: false } }),
    openGraph: { type: 'website', locale: locale === 'zh' ? 'zh_CN' : 'en_US' },
  };
}
