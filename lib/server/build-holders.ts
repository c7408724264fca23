import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isAlive } from '@/lib/db/is-alive';
import type { Builds } from '@/lib/server/builds';
import type { Circle } from '@/lib/server/publication';

const mark = 'held-by-';

/** `kept`: needed, as the one Next runs from; `ready`: read ahead, so that changing over takes no time; `served`: now. */
const states = ['kept', 'ready', 'served'] as const;
type State = (typeof states)[number];

const said = z.object({ place: z.string(), code: z.string(), state: z.enum(states) });
/** What a process says about a build it holds: with whom it belongs, and what the build is to it. */
type Said = z.infer<typeof said>;

export type Holder = Said & { readonly pid: number; readonly hash: string };

/** Says that this process needs the build in `folder`, so that no later build removes it. Resolves to what takes that back. */
export async function holdBuild(
  folder: string,
  circle?: Circle,
  state: State = 'served',
): Promise<() => Promise<void>> {
  const file = join(folder, `${mark}${process.pid}`);
  const draft = join(folder, `.${mark}${process.pid}`);
  // Where builds cannot be written to, nobody removes them either.
  await writeFile(draft, circle ? JSON.stringify({ ...circle, state } satisfies Said) : '')
    .then(() => rename(draft, file))
    .catch(() => undefined);
  return () => rm(file, { force: true }).catch(() => undefined);
}

/** Whether a process that still runs needs the build in `folder`. A mark that a killed process left counts for nothing. */
export async function isHeld(folder: string): Promise<boolean> {
  return (await holderIds(folder)).length > 0;
}

/** Everyone who runs and holds a build, as far as they said what they are. */
export async function holders(builds: Builds): Promise<Holder[]> {
  const hashes = await readdir(builds.finished).catch(() => []);
  const found = await Promise.all(
    hashes.map(async (hash) => {
      const folder = builds.of(hash);
      const ids = await holderIds(folder);
      return Promise.all(
        ids.map((pid) => readMark(join(folder, `${mark}${pid}`)).then((is) => is && { ...is, pid, hash })),
      );
    }),
  );
  return found.flat().flatMap((holder) => holder ?? []);
}

async function readMark(file: string): Promise<Said | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    return said.safeParse(JSON.parse(text)).data;
  } catch {
    // Empty: it belongs with nobody. Or a disk that was full left half of it.
    return undefined;
  }
}

async function holderIds(folder: string): Promise<number[]> {
  const names = await readdir(folder).catch(() => []);
  return names.flatMap((name) => {
    const pid = name.startsWith(mark) ? Number(name.slice(mark.length)) : 0;
    return isAlive(pid) ? [pid] : [];
  });
}
