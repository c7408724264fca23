'use client';

import type { Locale } from '@/lib/words/locale';
import { reportWords } from '@/lib/words/report';
import styles from './report-button.module.css';

export type ReportProps = {
  item: string;
  version: string;
  locale: Locale;
  /** What stands in the question, or was done in the lab, at that moment. */
  state: () => unknown;
};

const kinds = ['stuck', 'wrong'] as const;

/** Beside every question and task. What it opens is loaded when it is opened. */
export function ReportButton(props: ReportProps) {
  return (
    <span className={styles.reports} data-screen-only>
      {kinds.map((kind) => (
        <button key={kind} type="button" className={styles.report} onClick={() => open(props, kind)}>
          {reportWords[props.locale][kind]}
        </button>
      ))}
    </span>
  );
}

async function open(props: ReportProps, kind: (typeof kinds)[number]): Promise<void> {
  (await import('./report-dialog')).openReport(props, kind);
}
