import type { CertificateAction } from '@/lib/labs/certificate/action';
import { certificateSetupSchema } from '@/lib/labs/certificate/setup';
import { worlds } from '@/lib/labs/certificate/worlds';
import type { Run } from '@/lib/labs/run';
import { certificateView as en } from '@/lib/words/en/certificate-view';
import { certificateView as zh } from '@/lib/words/zh/certificate-view';

type Preset = keyof typeof en.presets;
type CertificateRun = Extract<Run, { lab: 'certificate' }>;
export type CertificatePreset = CertificateRun & { id: Preset };

function preset(id: Preset, actions: CertificateAction[] = []): CertificatePreset {
  const title = { en: en.presets[id], zh: zh.presets[id] };
  return {
    id,
    lab: 'certificate',
    title,
    setup: certificateSetupSchema.parse(worlds[id]),
    seed: 1,
    given: [],
    actions,
  };
}

/** Where free play may begin. The first is what the page shows when its address says nothing. */
export const certificatePresets: readonly [CertificatePreset, ...CertificatePreset[]] = [
  preset('good'),
  preset('expired'),
  preset('wrong-name'),
  preset('self-signed'),
  preset('missing-authority'),
  preset('forged'),
  preset('not-an-authority'),
  preset('revoked'),
  preset('list-outdated'),
  preset('list-forged'),
  preset('constrained'),
  preset('weak'),
  preset('wildcard'),
  preset('own-authority', [
    {
      kind: 'issue',
      id: 'my-root',
      subject: 'My Root',
      key: 'p256-learner-a',
      names: [],
      authority: true,
      digest: 'sha256',
      permitted: [],
      excluded: [],
    },
  ]),
  preset('request', [
    { kind: 'make-key', key: 'own-ca' },
    {
      kind: 'issue',
      id: 'my-root',
      subject: 'My Root',
      key: 'own-ca',
      names: [],
      authority: true,
      digest: 'sha256',
      permitted: [],
      excluded: [],
    },
    { kind: 'make-key', key: 'own-shop' },
    {
      kind: 'request',
      id: 'my-request',
      subject: 'shop.example',
      key: 'own-shop',
      names: ['shop.example'],
      authority: false,
      digest: 'sha256',
    },
    {
      kind: 'sign-request',
      request: 'my-request',
      issuer: 'my-root',
      id: 'my-shop',
      digest: 'sha256',
      authority: false,
    },
    { kind: 'present', chain: ['my-shop', 'my-root'] },
    { kind: 'check-all' },
    { kind: 'trust', certificate: 'my-root' },
    { kind: 'check-all' },
  ]),
  preset('six'),
];
