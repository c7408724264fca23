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
  return {
    ...(title ? { title } : {}),
    ...(description ? { description } : {}),
    alternates: { canonical: `/${locale}${path}`, languages: alternates },
    openGraph: { type: 'website', locale: locale === 'zh' ? 'zh_CN' : 'en_US' },
  };
}
