import type { Site } from '@/lib/curriculum/lesson';
import { inLocale, type Locale } from '@/lib/words/locale';
import { offlineWords } from '@/lib/words/offline';
import { siteWords } from '@/lib/words/site';
import styles from './site-footer.module.css';

/** What the installation says of itself, and where the rest is. */
export function SiteFooter({ site, locale }: { site: Site; locale: Locale }) {
  const words = siteWords[locale];
  return (
    <footer className={styles.footer} data-screen-only>
      <p>{inLocale(site.footer, locale)}</p>
      <a href={`/${locale}/labs`}>{words.labs}</a>
      <a href={`/${locale}/glossary`}>{words.glossary}</a>
      <a href={`/${locale}/offline`}>{offlineWords[locale].footer}</a>
      <button type="button" className={styles.shortcuts} data-shortcuts>
        {words.shortcuts}
      </button>
      {site.legal.map((link) => (
        <a key={link.href} href={link.href}>
          {inLocale(link.label, locale)}
        </a>
      ))}
    </footer>
  );
}
