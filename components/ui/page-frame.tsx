import type { ReactNode } from 'react';
import { Kept } from './kept';
import styles from './page-frame.module.css';
import prose from './prose.module.css';

type Props = {
  title: ReactNode;
  eyebrow?: ReactNode;
  lede?: ReactNode;
  /** `narrow` for a form, `text` for reading, `wide` for lists, tables and labs. */
  width?: 'narrow' | 'text' | 'wide';
  children: ReactNode;
};

/** A page without margins of its own: its heading, and what it holds. */
export function PageFrame({ title, eyebrow, lede, width = 'text', children }: Props) {
  return (
    <div className={`${styles.frame} ${styles[width]}`}>
      {eyebrow && <p className={prose.eyebrow}>{eyebrow}</p>}
      <h1 className={prose.title}>{typeof title === 'string' ? <Kept>{title}</Kept> : title}</h1>
      {lede && <p className={prose.lede}>{lede}</p>}
      {children}
    </div>
  );
}
