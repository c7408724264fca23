import { type JourneyPresetId, journeyPreset, journeyPresetIds } from '@/lib/labs/journey/presets';
import type { Run } from '@/lib/labs/run';
import { journeyView as en } from '@/lib/words/en/journey-view';
import { journeyView as zh } from '@/lib/words/zh/journey-view';

type JourneyRun = Extract<Run, { lab: 'journey' }>;

function preset(id: JourneyPresetId): JourneyRun {
  const { setup, actions } = journeyPreset(id);
  return {
    id,
    lab: 'journey',
    title: { en: en.presets[id], zh: zh.presets[id] },
    setup,
    seed: 1,
    given: [],
    actions: [...actions],
  };
}

const [first, ...others] = journeyPresetIds;

/** Where free play may begin. The first is what the page shows when its address says nothing. */
export const journeyPresets: readonly [JourneyRun, ...JourneyRun[]] = [preset(first), ...others.map(preset)];
