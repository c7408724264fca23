import type { ReactNode } from 'react';
import styles from './notice.module.css';

type Props = { kind?: 'plain' | 'problem' | 'empty'; title?: string; children: ReactNode };

/** A state that is said, not left over: nothing here yet, something went wrong, something to know. */
export function Notice({ kind = 'plain', title, children }: Props) {
  return (
    <div className={`${styles.notice} ${styles[kind]}`} role={kind === 'problem' ? 'alert' : undefined}>
      {title && <p className={styles.title}>{title}</p>}
      {children}
    </div>
  );
}
