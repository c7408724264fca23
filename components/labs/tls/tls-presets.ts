import type { Run } from '@/lib/labs/run';
import { type TlsPresetId, tlsPreset, tlsPresetIds } from '@/lib/labs/tls/presets';
import { tlsView as en } from '@/lib/words/en/tls-view';
import { tlsView as zh } from '@/lib/words/zh/tls-view';

type TlsRun = Extract<Run, { lab: 'tls' }>;

function preset(id: TlsPresetId): TlsRun {
  const { setup, actions } = tlsPreset(id);
  return {
    id,
    lab: 'tls',
    title: { en: en.presets[id], zh: zh.presets[id] },
    setup,
    seed: 1,
    given: [],
    actions: [...actions],
  };
}

const [first, ...others] = tlsPresetIds;

/** Where free play may begin. The first is what the page shows when its address says nothing. */
export const tlsPresets: readonly [TlsRun, ...TlsRun[]] = [preset(first), ...others.map(preset)];
