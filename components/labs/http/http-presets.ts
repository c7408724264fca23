import { type HttpPresetId, httpPreset, httpPresetIds, presetSeed } from '@/lib/labs/http/presets';
import type { Run } from '@/lib/labs/run';
import { httpView as en } from '@/lib/words/en/http-view';
import { httpView as zh } from '@/lib/words/zh/http-view';

type HttpRun = Extract<Run, { lab: 'http' }>;

function preset(id: HttpPresetId): HttpRun {
  const { setup, actions } = httpPreset(id);
  const title = { en: en.presets[id], zh: zh.presets[id] };
  return { id, lab: 'http', title, setup, seed: presetSeed, given: [], actions: [...actions] };
}

const [first, ...others] = httpPresetIds;

/** Where free play may begin. The first is what the page shows when its address says nothing. */
export const httpPresets: readonly [HttpRun, ...HttpRun[]] = [preset(first), ...others.map(preset)];
