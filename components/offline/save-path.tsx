import button from '@/components/ui/button.module.css';
import type { Path } from '@/lib/curriculum/lesson';
import { inLocale, type Locale } from '@/lib/words/locale';
import { offlineWords } from '@/lib/words/offline';
import { CopyPanel } from './copy-panel';
import styles from './offline.module.css';

/** "Save this path", on the path's page. */
export function SavePath({ path, locale }: { path: Path; locale: Locale }) {
  const words = offlineWords[locale];
  return (
    <section className={styles.save} aria-labelledby="without-network" data-screen-only>
      <h2 id="without-network" className={styles.heading}>
        {words.heading}
      </h2>
      <CopyPanel locale={locale} path={path.id} copyLocale={locale} title={inLocale(path.title, locale)} />
      <a className={`${button.button} ${button.quiet} ${styles.all}`} href={`/${locale}/offline`}>
        {words.allSaved}
      </a>
    </section>
  );
}
