import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from '@/lib/cli/bench';
import { lessonFolder, writeGeneratedContent } from './generated-content';
import { type Used, used } from './process-tree';

const LESSONS = Number(process.env.BENCH_LESSONS ?? 1_000);
/** Apart from everybody's builds, and inside the project, where Next wants it. */
const BUILDS = '.next/bench';

/**
 * What a build costs for each lesson: what it takes with many of them less what it takes with one, when the product itself was compiled
 * before. New lessons are compiled, drawn in both languages and compressed; of unchanged ones a build need not make anything again.
 */
export async function run(): Promise<Figure[]> {
  const home = mkdtempSync('/tmp/handrail-build-');
  const content = join(home, 'content');
  const env = { CONTENT_DIRS: content, DATA_DIR: join(home, 'data'), HANDRAIL_BUILDS: BUILDS };
  const build = () => used([process.execPath, 'lib/cli/handrail.mjs', 'build'], env);
  const change = (at: number) => {
    const file = join(content, lessonFolder(at), 'en.mdx');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nOne sentence more.\n`);
  };
  try {
    await writeGeneratedContent(content, 1);
    await build();
    // The smaller of two: what it takes above that counts against the lessons.
    const alone: Used[] = [];
    for (let round = 0; round < 2; round++) {
      change(0);
      alone.push(await build());
    }
    const one = alone.reduce((least, next) => (next.coreSeconds < least.coreSeconds ? next : least));
    await writeGeneratedContent(content, LESSONS);
    const all = await build();
    change(LESSONS - 1);
    const again = await build();
    const each = (coreSeconds: number) => (coreSeconds - one.coreSeconds) / (LESSONS - 1);
    return [
      {
        name: `a build, ${LESSONS} lessons: each new lesson, core time`,
        value: each(all.coreSeconds),
        unit: 's',
        atMost: 0.6,
      },
      {
        name: 'a build, one changed: each unchanged lesson, core time',
        value: each(again.coreSeconds) * 1_000,
        unit: 'ms',
        atMost: 10,
      },
      {
        name: `a build, ${LESSONS} lessons: largest memory`,
        value: Math.round(all.mebibytes),
        unit: 'MiB',
        atMost: 1_536,
      },
      { name: 'a build of one changed lesson alone, core time', value: one.coreSeconds, unit: 's' },
    ];
  } finally {
    rmSync(home, { recursive: true, force: true });
    rmSync(BUILDS, { recursive: true, force: true });
  }
}
