'use client';
import { useEffect, useState } from 'react';
import type { Locale } from '@/lib/words/locale';
import { tcpCaptureWords } from '@/lib/words/tcp-capture';
import styles from './capture.module.css';
import { CaptureView } from './capture-view';
import { type Outcome, readInWorker } from './read-in-worker';

export type CaptureProps = { locale: Locale; file: File };

/** A file, read in a worker and drawn: what the chunk of captures brings. */
export function CaptureLive({ locale, file }: CaptureProps) {
  const words = tcpCaptureWords[locale];
  const [told, setTold] = useState<{ file: File; outcome: Outcome } | null>(null);
  useEffect(() => readInWorker(file, (outcome) => setTold({ file, outcome })), [file]);
  const outcome = told?.file === file ? told.outcome : null;
  return (
    <>
      <p className={styles.told} role="status">
        {outcome ? sentence(outcome, locale) : words.reading(file.name)}
      </p>
      {outcome?.kind === 'read' && (
        <CaptureView
          key={`${file.name} ${file.lastModified}`}
          locale={locale}
          name={file.name}
          report={outcome.report}
        />
      )}
    </>
  );
}

/** What became of the file, in words. */
function sentence(outcome: Outcome, locale: Locale): string {
  const words = tcpCaptureWords[locale];
  switch (outcome.kind) {
    case 'too-slow':
      return words.tooSlow;
    case 'broken':
      return words.broken;
    case 'fault':
      return words.fault(outcome.fault);
    case 'read': {
      const { packets, hasMore, others, fault, conversations } = outcome.report;
      return [
        hasMore ? words.hasMore(packets) : '',
        fault ? `${words.fault(fault)} ${words.faultAfter(packets)}` : '',
        others > 0 ? words.others(others) : '',
        conversations.length === 0 ? words.noConversations : '',
      ]
        .filter(Boolean)
        .join(locale === 'zh' ? '' : ' ');
    }
  }
}
