'use client';

import { useState } from 'react';
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
  const [hasFailed, setFailed] = useState(false);
  const open = (kind: (typeof kinds)[number]) =>
    import('./report-dialog').then(
      (it) => it.openReport(props, kind),
      () => setFailed(true),
    );
  return (
    <span className={styles.reports} data-screen-only>
      {kinds.map((kind) => (
        <button key={kind} type="button" className={styles.report} onClick={() => open(kind)}>
          {reportWords[props.locale][kind]}
        </button>
      ))}
      {hasFailed && <span role="alert">{reportWords[props.locale].failed}</span>}
    </span>
  );
}
