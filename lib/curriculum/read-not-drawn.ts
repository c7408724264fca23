import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** Lessons whose pages a build need not draw, by their ids: it has them from a build before (lib/server/make-build.ts). */
export async function notDrawn(): Promise<ReadonlySet<string>> {
  const file = process.env.HANDRAIL_NOT_DRAWN;
  if (!file) return new Set();
  return new Set(z.array(z.string()).parse(JSON.parse(await readFile(/* turbopackIgnore: true */ file, 'utf8'))));
}
