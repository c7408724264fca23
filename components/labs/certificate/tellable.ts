import type { CertificateEvent } from '@/lib/labs/certificate/event';
import { certificateLabWords } from '@/lib/words/certificate-lab';
import type { Locale } from '@/lib/words/locale';

const timed = ['expired', 'not-yet-valid', 'revoked'] as const;

/** An event whose times are written as people write them: the engine has milliseconds. */
export function tellable(event: CertificateEvent, locale: Locale): CertificateEvent {
  if (event.kind !== 'checked') return event;
  return {
    ...event,
    findings: event.findings.map((finding) =>
      timed.some((reason) => reason === finding.reason)
        ? { ...finding, detail: certificateLabWords[locale].time(Number(finding.detail)) }
        : finding,
    ),
  };
}
