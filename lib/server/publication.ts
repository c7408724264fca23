import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { BuildHash } from '@/lib/server/build-hash';
import type { Builds } from '@/lib/server/builds';

/** What processes that belong together serve: the same folders, under the same address, by the same code. */
export type Circle = { readonly place: string; readonly code: string };

const publication = z.object({
  /** The build that is served. */
  now: z.string().nullable(),
  /** The build that is about to be: whoever serves reads it ahead. */
  next: z.string().nullable(),
});
export type Publication = z.infer<typeof publication>;

type World = { readonly PUBLIC_URL?: string | undefined; readonly CONTENT_DIRS: readonly string[] };

export function circleOf({ PUBLIC_URL, CONTENT_DIRS }: World, { buildId }: Pick<BuildHash, 'buildId'>): Circle {
  const place = createHash('sha256').update(JSON.stringify([PUBLIC_URL ?? '', CONTENT_DIRS]));
  return { place: place.digest('hex').slice(0, 16), code: buildId };
}

/** Where it is written what is published. */
export function publishedIn({ root }: Builds): string {
  return join(root, 'published');
}

function fileOf(builds: Builds, { place, code }: Circle): string {
  return join(publishedIn(builds), `${place}-${code}.json`);
}

/** Small and read at once: while a publication is under way requests ask for it. */
export function readPublication(builds: Builds, circle: Circle): Publication {
  try {
    return publication.parse(JSON.parse(readFileSync(fileOf(builds, circle), 'utf8')));
  } catch {
    // Nothing was published yet, or by a program that wrote something else.
    return { now: null, next: null };
  }
}

export async function writePublication(builds: Builds, circle: Circle, value: Publication): Promise<void> {
  const file = fileOf(builds, circle);
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, JSON.stringify(value));
  await rename(draft, file);
}
