import type { ReactNode } from 'react';
import styles from './aside.module.css';

type Props = { kind: 'note' | 'mistake' | 'try'; label: string; belief?: string; children: ReactNode };

/** Something beside the line of thought: a remark, a belief that does not hold, an invitation to try. */
export function Aside({ kind, label, belief, children }: Props) {
  return (
    <div
      className={`${styles.aside} ${styles[kind]}`}
      role="note"
      aria-label={belief === undefined ? label : `${label}: ${belief}`}
    >
      {kind !== 'note' && <p className={styles.label}>{label}</p>}
      {belief !== undefined && <p className={styles.belief}>{belief}</p>}
      <div className={styles.text}>{children}</div>
    </div>
  );
}
