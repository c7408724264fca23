import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from 'commander';
import { z } from 'zod';
import { prepare } from '@/lib/cli/prepare';
import { settings } from '@/lib/cli/start';

/** One figure of a run, with what it has to reach. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The promise: at least, or at most, so much. A figure without one is told for orientation. */
  readonly atLeast?: number;
  readonly atMost?: number;
};

/** A benchmark file (`e2e/bench/*.bench.ts`) exports `run`. Whatever it compares, it measures in this one run. */
export type Bench = { readonly run: () => Promise<Figure[]> };

const benchShape = z.object({ run: z.custom<Bench['run']>((value) => typeof value === 'function') });

export function register(program: Command): void {
  program.command('bench [filters...]').description('measure, and compare with what is promised').action(bench);
}

async function bench(filters: readonly string[]): Promise<void> {
  process.env.HANDRAIL_BUILDS ??= '.next/tests';
  const folder = join(process.cwd(), 'e2e/bench');
  const files = readdirSync(folder)
    .filter(
      (name) => name.endsWith('.bench.ts') && (filters.length === 0 || filters.some((word) => name.includes(word))),
    )
    .sort();
  await prepare(settings('production', {}), (sentence) => console.log(sentence));
  const figures: Figure[] = [];
  for (const file of files) {
    console.log(`\n${file}`);
    const module = benchShape.parse(await import(pathToFileURL(join(folder, file)).href));
    for (const figure of await module.run()) {
      figures.push(figure);
      console.log(line(figure));
    }
  }
  const missed = figures.filter((figure) => !isKept(figure));
  console.log(`\n${figures.length - missed.length} kept, ${missed.length} missed`);
  process.exitCode = missed.length > 0 ? 1 : 0;
}

function isKept({ value, atLeast, atMost }: Figure): boolean {
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
}

function line(figure: Figure): string {
  const { name, value, unit, atLeast, atMost } = figure;
  const promise = atLeast !== undefined ? `≥ ${atLeast}` : atMost !== undefined ? `≤ ${atMost}` : '';
  const verdict = promise === '' ? '' : isKept(figure) ? 'kept' : 'MISSED';
  const shown = Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1);
  return `  ${name.padEnd(66)} ${shown.padStart(9)} ${unit.padEnd(6)} ${promise.padEnd(10)} ${verdict}`;
}
