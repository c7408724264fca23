import type { CertificateAction } from '@/lib/labs/certificate/action';
import { checkNames } from '@/lib/labs/certificate/check';
import type { CertificateEvent } from '@/lib/labs/certificate/event';
import type { CertificateGoal } from '@/lib/labs/certificate/goal';
import { pemText } from '@/lib/labs/certificate/pem';
import { timeOf } from '@/lib/labs/certificate/recipe';
import type { CertificateSetup } from '@/lib/labs/certificate/setup';
import { type CertificateState, madeOf, serverOf } from '@/lib/labs/certificate/state';
import { certificateLabWords } from '@/lib/words/certificate-lab';
import { certificateViewWords } from '@/lib/words/certificate-view';
import type { LabView } from '../lab-view';
import { CertificateControls } from './certificate-controls';
import { certificateFigure } from './certificate-figure';
import { CertificateSettings } from './certificate-settings';
import { CertificateStage } from './certificate-stage';
import { tellable } from './tellable';

/** How the certificate lab is seen. */
export const certificateView: LabView<
  CertificateSetup,
  CertificateState,
  CertificateAction,
  CertificateEvent,
  CertificateGoal
> = {
  ...certificateFigure,
  next: (state) => (hasCheckLeft(state) ? { kind: 'check-next' } : null),
  conditions: ({ at, trusted }, locale) => {
    const { conditions } = certificateViewWords[locale];
    return [conditions.clock(certificateLabWords[locale].time(timeOf(at))), conditions.roots(trusted.length)];
  },
  why: ({ events }, locale) => {
    const last = events.at(-1);
    return last ? certificateLabWords[locale].event(tellable(last, locale)) : null;
  },
  sentences: ({ events }, locale) => events.map((event) => certificateLabWords[locale].event(tellable(event, locale))),
  deadEnd: (why, locale) =>
    Object.entries(certificateLabWords[locale].deadEnds).find(([code]) => code === why)?.[1] ?? '',
  Stage: CertificateStage,
  Controls: CertificateControls,
  Settings: CertificateSettings,
  downloads: [
    {
      name: 'pem',
      label: (locale) => certificateViewWords[locale].pemLong,
      file: (state) => ({
        name: 'handrail-chain.pem',
        type: 'application/x-pem-file',
        bytes: new TextEncoder().encode(
          (serverOf(state)?.presents ?? [])
            .flatMap((id) => madeOf(state, id)?.bytes ?? [])
            .map((bytes) => pemText('CERTIFICATE', bytes))
            .join(''),
        ),
      }),
    },
  ],
};

function hasCheckLeft({ server, asked }: CertificateState): boolean {
  return server !== null && (asked[server]?.length ?? 0) < checkNames.length;
}
