import type { Locale } from '@/lib/words/locale';
import { siteWords } from '@/lib/words/site';
import styles from './site-footer.module.css';

export function SiteFooter({ locale }: { locale: Locale }) {
  const words = siteWords[locale];
  return (
    <footer className={styles.footer} data-screen-only>
      <a href={`/${locale}/glossary`}>{words.glossary}</a>
    </footer>
  );
}
