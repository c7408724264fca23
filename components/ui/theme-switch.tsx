import type { Locale } from '@/lib/words/locale';
import { siteWords } from '@/lib/words/site';
import styles from './theme-switch.module.css';

/** Pressed means dark. The early script (lib/early-script.ts) presses it and turns the theme, before and without hydration. */
export function ThemeSwitch({ locale }: { locale: Locale }) {
  return (
    <button
      type="button"
      className={styles.switch}
      aria-label={siteWords[locale].darkTheme}
      title={siteWords[locale].darkTheme}
      aria-pressed="false"
      data-theme-switch
      suppressHydrationWarning
    >
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden>
        <circle cx="9" cy="9" r="7" fill="none" stroke="currentColor" strokeWidth="1.6" />
        <path d="M9 2a7 7 0 0 1 0 14z" fill="currentColor" className={styles.half} />
      </svg>
    </button>
  );
}
