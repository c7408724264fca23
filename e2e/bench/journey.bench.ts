import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Figure } from '../../lib/cli/bench';
import { journeyLab } from '../../lib/labs/journey/journey-lab';
import { journeyPreset } from '../../lib/labs/journey/presets';

const WARM = 6;
const ROUNDS = 25;

/** How long a whole journey takes in Node, and what the lab's own script weighs. */
export async function run(): Promise<Figure[]> {
  return [journeyFigure('cold', 0), journeyFigure('lossy', 0), await weight()];
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

/** All engines of the way, the view and its words in both languages; what every page and every lab brings is left out. */
async function weight(): Promise<Figure> {
  const { outputFiles } = await build({
    entryPoints: ['components/labs/journey/journey-view.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    jsx: 'automatic',
    conditions: ['browser'],
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['react', 'react-dom', 'react/jsx-runtime', 'zod/mini'],
    // Style sheets are weighed with the pages; nothing is written here.
    loader: { '.css': 'empty' },
    outdir: '.',
    write: false,
    logLevel: 'error',
  });
  const bytes = outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
  return { name: 'JavaScript of the journey lab alone, gzip', value: bytes / 1_024, unit: 'KB', atMost: 120 };
}
