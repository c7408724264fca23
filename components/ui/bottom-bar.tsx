import type { Locale } from '@/lib/words/locale';
import { siteWords } from '@/lib/words/site';
import styles from './bottom-bar.module.css';
import { DueCount } from './due-count';
import type { Section } from './site-page';

/** The main places under the thumb, on a phone only. */
export function BottomBar({ locale, section }: { locale: Locale; section?: Section | undefined }) {
  const words = siteWords[locale];
  const places: { section: Section; href: string; label: string; for?: 'teaches' | 'inClass' }[] = [
    { section: 'paths', href: `/${locale}#paths`, label: words.paths },
    { section: 'labs', href: `/${locale}/labs`, label: words.labs },
    { section: 'review', href: `/${locale}/review`, label: words.review },
    { section: 'assignments', href: `/${locale}/assignments`, label: words.assignments, for: 'inClass' },
    { section: 'teach', href: `/${locale}/teach`, label: words.teaching, for: 'teaches' },
    { section: 'me', href: `/${locale}/progress`, label: words.me },
  ];
  return (
    <nav className={styles.bar} aria-label={words.navigation} data-screen-only>
      {places.map((place) => (
        <a
          key={place.section}
          href={place.href}
          aria-current={place.section === section ? 'true' : undefined}
          data-for={place.for}
          hidden={place.for !== undefined}
        >
          {place.label}
          {place.section === 'review' && <DueCount locale={locale} />}
        </a>
      ))}
    </nav>
  );
}
