import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Builds } from '@/lib/server/builds';
import { latestBuilds } from '@/lib/server/served-build';

const drawnLessons = z.object({
  /** What all pages follow from besides the content: see `circumstances`. */
  under: z.string(),
  /** What each lesson's pages were drawn from, by its id. */
  lessons: z.record(z.string(), z.string()),
});

/** What a build's lesson pages were drawn from, so that the next build need not draw the same again. */
export type DrawnLessons = z.infer<typeof drawnLessons>;

const DRAWN = 'drawn.json';

export async function writeDrawnLessons(folder: string, drawn: DrawnLessons): Promise<void> {
  await writeFile(join(folder, DRAWN), JSON.stringify(drawn));
}

type Circumstances = {
  readonly buildId: string;
  readonly publicUrl: string | undefined;
  /** Names of what a form calls follow from it. */
  readonly secret: string;
  readonly projectRoot: string;
  readonly builds: Builds;
};

/** All that the same content could be drawn otherwise by: code, settings, the program it runs in. */
export function circumstances({ buildId, publicUrl, secret, projectRoot, builds }: Circumstances): string {
  const parts = [buildId, publicUrl ?? '', secret, projectRoot, builds.name, process.version, process.platform];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** For each lesson that was drawn before from the same: the latest finished build that has its pages. */
export async function drawnBefore(builds: Builds, { under, lessons }: DrawnLessons): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const build of await latestBuilds(builds)) {
    const drawn = await readDrawnLessons(builds.of(build));
    if (drawn?.under !== under) continue;
    for (const [id, inputs] of Object.entries(lessons))
      if (drawn.lessons[id] === inputs && !found.has(id)) found.set(id, build);
  }
  return found;
}

async function readDrawnLessons(folder: string): Promise<DrawnLessons | undefined> {
  try {
    return drawnLessons.parse(JSON.parse(await readFile(join(folder, DRAWN), 'utf8')));
  } catch {
    // An earlier version made it.
    return undefined;
  }
}
