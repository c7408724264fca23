import { type DnsPresetId, dnsPreset, dnsPresetIds } from '@/lib/labs/dns/presets';
import type { Run } from '@/lib/labs/run';
import { dnsView as en } from '@/lib/words/en/dns-view';
import { dnsView as zh } from '@/lib/words/zh/dns-view';

type DnsRun = Extract<Run, { lab: 'dns' }>;

function preset(id: DnsPresetId): DnsRun {
  const { setup, actions } = dnsPreset(id);
  return {
    id,
    lab: 'dns',
    title: { en: en.presets[id], zh: zh.presets[id] },
    setup,
    seed: 1,
    given: [],
    actions: [...actions],
  };
}

const [first, ...others] = dnsPresetIds;

/** Where free play may begin. The first is what the page shows when its address says nothing. */
export const dnsPresets: readonly [DnsRun, ...DnsRun[]] = [preset(first), ...others.map(preset)];
