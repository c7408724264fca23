import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { isHeld } from '@/lib/server/build-holders';
import type { Builds } from '@/lib/server/builds';
import { PACKED_BUILD, type PackedBuild, type PackedFile, readPackedBuild } from '@/lib/server/packed-build';

const KEPT_BUILDS = 3;
const LEFT_AFTER_MS = 60 * 60 * 1000;

/** A build as it is served: its own files, and the scripts and styles of the builds before it, for tabs that are still open. */
export async function servedBuild(builds: Builds, hash: string): Promise<PackedBuild> {
  const current = await readPackedBuild(builds.of(hash));
  const older: Record<string, PackedFile> = {};
  for (const other of await latestBuilds(builds)) {
    if (other === hash) continue;
    const { files } = await readPackedBuild(builds.of(other));
    for (const [address, file] of Object.entries(files)) if (file.immutable) older[address] = file;
  }
  return { ...current, files: { ...older, ...current.files } };
}

/** Marks this build as the latest and removes what only builds before the last three needed; one that a process still serves stays. */
export async function retireBuilds(builds: Builds, hash: string): Promise<void> {
  await utimes(join(builds.of(hash), PACKED_BUILD), new Date(), new Date());
  await removeUnfinished(builds);
  const latest = await latestBuilds(builds);
  const held = await Promise.all(latest.map((one) => isHeld(builds.of(one))));
  const kept = latest.filter((_, at) => at < KEPT_BUILDS || held[at] === true);
  const needed = new Set<string>();
  for (const one of kept) for (const file of immutableFiles(await readPackedBuild(builds.of(one)))) needed.add(file);
  for (const one of latest.filter((name) => !kept.includes(name))) {
    for (const file of immutableFiles(await readPackedBuild(builds.of(one))))
      if (!needed.has(file)) await rm(join(builds.root, file), { force: true });
    await rm(builds.of(one), { recursive: true, force: true });
  }
}

/** What a build that was killed, or ran out of disk, left behind. Not what somebody may be copying at this moment. */
async function removeUnfinished(builds: Builds): Promise<void> {
  for (const name of await readdir(builds.finished).catch(() => [])) {
    const folder = builds.of(name);
    const isFinished = await stat(join(folder, PACKED_BUILD)).catch(() => null);
    const { mtimeMs } = await stat(folder);
    if (!isFinished && Date.now() - mtimeMs > LEFT_AFTER_MS) await rm(folder, { recursive: true, force: true });
  }
}

function immutableFiles(build: PackedBuild): string[] {
  const files = Object.values(build.files).filter((file) => file.immutable);
  return files.flatMap(({ files: { identity, br, gzip } }) => [identity, ...(br ? [br] : []), ...(gzip ? [gzip] : [])]);
}

/** Finished builds, the latest first. */
export async function latestBuilds(builds: Builds): Promise<string[]> {
  const names = await readdir(builds.finished).catch(() => []);
  const dated = await Promise.all(
    names.map(async (name) => {
      const at = await stat(join(builds.of(name), PACKED_BUILD)).catch(() => null);
      return { name, at: at?.mtimeMs ?? 0 };
    }),
  );
  return dated
    .filter(({ at }) => at > 0)
    .sort((a, b) => b.at - a.at)
    .map(({ name }) => name);
}
