import type { ReactNode } from 'react';
import { type Locale, locales } from '@/lib/words/locale';
import { siteWords } from '@/lib/words/site';
import { BottomBar } from './bottom-bar';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';
import styles from './site-page.module.css';

export type Section = 'paths' | 'labs' | 'me';

type Props = {
  locale: Locale;
  /** The page's address after the language, `/labs/tcp`; the home page is ''. The language switch and hreflang follow from it. */
  path: string;
  section?: Section;
  /** The languages this page exists in. */
  languages?: readonly Locale[];
  children: ReactNode;
};

/** What stands around every page: skip link, header, main, footer, and the bar under the thumb on a phone. */
export function SitePage({ locale, path, section, languages = locales, children }: Props) {
  return (
    <>
      <a className={styles.skip} href="#main" data-screen-only>
        {siteWords[locale].skip}
      </a>
      <SiteHeader locale={locale} path={path} section={section} languages={languages} />
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <SiteFooter locale={locale} />
      <BottomBar locale={locale} section={section} />
    </>
  );
}
