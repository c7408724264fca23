import type { ReactNode } from 'react';
import styles from './roster.module.css';

/** What scrolls sideways must be reached by the keyboard, or its right half is not read without a pointer (WCAG 2.1.1). */
const reachable = { tabIndex: 0 } as const;

export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className={styles.scroll} aria-label={label} {...reachable}>
      {children}
    </section>
  );
}
