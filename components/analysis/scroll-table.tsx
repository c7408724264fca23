import type { ReactNode } from 'react';
import styles from './analysis.module.css';

/** What scrolls sideways must be reachable by keys, also where nothing in it is. */
const reachable = { tabIndex: 0 };

/** A table in a region of its own: where it is wider than the page, it alone scrolls. */
export function ScrollTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className={styles.scroll} aria-label={label} {...reachable}>
      <table className={styles.table}>{children}</table>
    </section>
  );
}
