import type { Figure } from '../../lib/cli/bench';
import { journeyLab } from '../../lib/labs/journey/journey-lab';
import { journeyPreset } from '../../lib/labs/journey/presets';

const WARM = 6;
const ROUNDS = 25;

/** How long a whole journey takes in Node. */
export function run(): Figure[] {
  return [journeyFigure('cold', 0), journeyFigure('lossy', 0)];
}

/** From the address to the page, every byte of it: the median. Another seed each time, so that no key was seen before. */
function journeyFigure(id: 'cold' | 'lossy', first: number): Figure {
  const { setup, actions } = journeyPreset(id);
  const [visit] = actions;
  if (!visit) throw new Error(`the preset ${id} goes nowhere`);
  const taken: number[] = [];
  for (let round = 0; round < WARM + ROUNDS; round += 1) {
    const start = journeyLab.start(setup, first + round);
    const began = performance.now();
    journeyLab.step(start, visit);
    if (round >= WARM) taken.push(performance.now() - began);
  }
  taken.sort((a, b) => a - b);
  return { name: `a whole journey: ${id}`, value: taken[ROUNDS >> 1] ?? Number.NaN, unit: 'ms', atMost: 50 };
}
