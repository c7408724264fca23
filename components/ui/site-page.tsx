import type { ReactNode } from 'react';
import { Desk } from '@/components/comfort/desk';
import { SavedMark } from '@/components/offline/saved-mark';
import { ProgressIsland } from '@/components/progress/progress-island';
import type { Site } from '@/lib/curriculum/lesson';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { type Locale, locales } from '@/lib/words/locale';
import { offlineWords } from '@/lib/words/offline';
import { siteWords } from '@/lib/words/site';
import { BottomBar } from './bottom-bar';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';
import styles from './site-page.module.css';
import { SocialPicture } from './social-picture';

export type Section = 'paths' | 'labs' | 'review' | 'assignments' | 'me' | 'teach';

type Props = {
  locale: Locale;
  /** The page's address after the language, `/labs/tcp`; the home page is ''. The language switch and hreflang follow from it. */
  path: string;
  section?: Section;
  /** The languages this page exists in. */
  languages?: readonly Locale[];
  /** Given by a page that is drawn while content is broken, and `curriculum()` has none to give. */
  site?: Site;
  children: ReactNode;
};

/** What stands around every page: skip link, header, main, footer, and the bar under the thumb on a phone. */
export async function SitePage({ locale, path, section, languages = locales, site: given, children }: Props) {
  const site = given ?? (await curriculum()).site;
  return (
    <>
      <SocialPicture />
      <a className={styles.skip} href="#main" data-screen-only>
        {siteWords[locale].skip}
      </a>
      <SiteHeader site={site} locale={locale} path={path} section={section} languages={languages} />
      <SavedMark locale={locale} all={offlineWords[locale].allSaved} />
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <SiteFooter site={site} locale={locale} />
      <BottomBar locale={locale} section={section} />
      <ProgressIsland locale={locale} />
      <Desk locale={locale} />
    </>
  );
}
