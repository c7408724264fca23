import type { ReactNode } from 'react';
import styles from './admin.module.css';

/** What scrolls must be reached by the keyboard. */
const reachable = { tabIndex: 0 };

/** A table that may be wider than the page: it scrolls by itself, under a name. */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section {...reachable} className={styles.scroll} aria-label={label}>
      {children}
    </section>
  );
}
