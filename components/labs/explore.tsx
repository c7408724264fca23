import type { ReactNode } from 'react';
import { labWords } from '@/lib/words/lab';
import type { Locale } from '@/lib/words/locale';
import { Fold } from './fold';
import styles from './lab.module.css';

type Props = { locale: Locale; open: boolean; children: ReactNode };

/** What one can do in the lab: in the open where that is the point, behind a summary where a run is being told. */
export function Explore({ locale, open, children }: Props) {
  const words = labWords[locale];
  if (open) return <div className={styles.explore}>{children}</div>;
  return (
    <Fold className={styles.explore} summary={words.explore}>
      {children}
    </Fold>
  );
}
