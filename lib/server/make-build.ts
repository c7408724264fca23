import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { BuildFault } from '@/lib/server/build-fault';
import { type BuildHash, buildHash } from '@/lib/server/build-hash';
import { isHeld } from '@/lib/server/build-holders';
import { withBuildLock } from '@/lib/server/build-lock';
import { type Builds, isBuilt } from '@/lib/server/builds';
import { circumstances, type DrawnLessons, drawnBefore, writeDrawnLessons } from '@/lib/server/drawn-lessons';
import { giveBackMemory } from '@/lib/server/give-back-memory';
import { keepContent } from '@/lib/server/keep-content';
import type { SavablePath } from '@/lib/server/offline-lists';
import { packBuild } from '@/lib/server/pack-build';
import type { PackedFile } from '@/lib/server/packed-build';
import { goesWith, type Reused, reusePages } from '@/lib/server/reuse-pages';
import { retireBuilds } from '@/lib/server/served-build';

type Make = {
  readonly projectRoot: string;
  readonly builds: Builds;
  readonly wanted: BuildHash;
  readonly publicUrl: string | undefined;
  readonly contentDirs: readonly string[];
  /** The same for every build of an installation: forms of one build are understood by a process that runs another. */
  readonly secret: string;
  /** What can be saved for reading without a network. */
  readonly paths: readonly SavablePath[];
  /** What each lesson's pages are drawn from (lib/curriculum/read-lesson-inputs.ts). */
  readonly inputs: ReadonlyMap<string, string>;
  /** Makes the build also if there is one already, and draws every page of it. */
  readonly again: boolean;
  /** Tells the person who waits what is being done. */
  readonly tell: (sentence: string) => void;
};

/** What was built is not what lies in the folders now. */
export class EditedMeanwhile extends BuildFault {
  override name = 'EditedMeanwhileFault';
}

/** Sees to it that there is a finished build of what is in the folder now. Does nothing when there is. */
export async function makeBuild(make: Make): Promise<void> {
  const { projectRoot, builds, wanted, contentDirs, publicUrl, paths, again, tell } = make;
  if (isBuilt(builds, wanted.hash) && !again) return;
  await withBuildLock(
    builds.root,
    () => tell('Another start is building; waiting for it.'),
    async () => {
      if (isBuilt(builds, wanted.hash)) {
        if (!again) return;
        if (await isHeld(builds.of(wanted.hash)))
          throw new BuildFault('A process that runs serves this build: stop it before the same is built again.');
      }
      tell('Building the pages (once per change; the first time takes a minute or so).');
      const { reused, drawn } = await draw(make);
      tell('Compressing.');
      const packed = await finish(make, reused, drawn);
      await keepContent(builds.of(wanted.hash), [join(projectRoot, 'content'), ...contentDirs]);
      const { hash } = await buildHash({ root: projectRoot, contentDirs, publicUrl });
      if (hash !== wanted.hash) throw new EditedMeanwhile('The files were edited while they were being built.');
      await packBuild({ projectRoot, builds, wanted, paths, packed, before: [...new Set(reused.values())] });
      await retireBuilds(builds, wanted.hash);
    },
  );
}

/** Lets Next build, and draw what was not drawn before from the same. Gives which lessons' pages are still to be taken from where. */
async function draw(make: Make): Promise<{ reused: Reused; drawn: DrawnLessons }> {
  const { builds, projectRoot, wanted, inputs, again, tell } = make;
  const under = circumstances({ ...make, buildId: wanted.buildId });
  const drawn = { under, lessons: Object.fromEntries(inputs) };
  const isForAll = again || process.env.HANDRAIL_BUILD_ALL === '1';
  const before: Reused = isForAll ? new Map() : await drawnBefore(builds, drawn);
  // One of them is drawn again, another each time, to compare.
  const control = [...before.keys()][Number.parseInt(wanted.hash.slice(0, 8), 16) % before.size];
  if (control !== undefined && before.size > 1) {
    const kept = new Map([...before].filter(([id]) => id !== control));
    tell(`  ${kept.size} of ${inputs.size} lessons were drawn before from the same.`);
    await runNext(make, [...kept.keys()]);
    if (await goesWith(builds, join(projectRoot, builds.distDir), before, control)) return { reused: kept, drawn };
    tell('  They do not go with this build: drawing all pages again.');
  }
  await runNext(make, []);
  return { reused: new Map(), drawn };
}

async function runNext(make: Make, notDrawn: readonly string[]): Promise<void> {
  const { projectRoot, builds, wanted, publicUrl, secret, tell } = make;
  const list = join(builds.root, 'not-drawn.json');
  await writeFile(list, JSON.stringify(notDrawn));
  giveBackMemory();
  const next = join(projectRoot, 'node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HANDRAIL_DIST_DIR: builds.distDir,
      HANDRAIL_BUILD_ID: wanted.buildId,
      HANDRAIL_NOT_DRAWN: resolve(list),
      NEXT_TELEMETRY_DISABLED: '1',
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: createHash('sha256').update(`server actions\0${secret}`).digest('base64'),
      ...(publicUrl ? { PUBLIC_URL: publicUrl } : {}),
    },
  });
  let said = '';
  const hear = (bytes: Buffer) => {
    const text = bytes.toString('utf8');
    said += text;
    // Next marks each stage that is done; whoever waits sees that it goes on.
    for (const line of text.split('\n')) if (/^\s*✓ (Compiled|Generating)/.test(line)) tell(`  ${line.trim()}`);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new BuildFault(`The build stopped:\n${said.trim()}`));
    });
  });
}

/** Brings what Next built to where it is served from; under another name first, so that no start sees half of it. */
async function finish(
  { projectRoot, builds, wanted: { hash } }: Make,
  reused: Reused,
  drawn: DrawnLessons,
): Promise<Record<string, PackedFile>> {
  const built = join(projectRoot, builds.distDir);
  const draft = builds.of(`${hash}.draft`);
  await rm(draft, { recursive: true, force: true });
  await rm(builds.of(hash), { recursive: true, force: true });
  const app = join('server', 'app');
  const apart = [app, 'cache', 'dev', 'types', 'trace', 'trace-build', 'diagnostics'].map((name) => join(built, name));
  await cp(built, draft, { recursive: true, filter: (path) => !apart.includes(path) });
  // The pages are most of it, fifty files a lesson: not copied, for the next build would only remove them.
  await rename(join(built, app), join(draft, app));
  const packed = await reusePages(builds, hash, draft, reused);
  await writeDrawnLessons(draft, drawn);
  await rename(draft, builds.of(hash));
  return packed;
}
