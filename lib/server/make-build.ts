import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, rename, rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { BuildFault } from '@/lib/server/build-fault';
import { type BuildHash, buildHash } from '@/lib/server/build-hash';
import { withBuildLock } from '@/lib/server/build-lock';
import { type Builds, isBuilt } from '@/lib/server/builds';
import { keepContent } from '@/lib/server/keep-content';
import type { SavablePath } from '@/lib/server/offline-lists';
import { packBuild } from '@/lib/server/pack-build';
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
  /** Tells the person who waits what is being done. */
  readonly tell: (sentence: string) => void;
};

/** What was built is not what lies in the folders now. */
export class EditedMeanwhile extends BuildFault {
  override name = 'EditedMeanwhileFault';
}

/** Sees to it that there is a finished build of what is in the folder now. Does nothing when there is. */
export async function makeBuild(make: Make): Promise<void> {
  const { projectRoot, builds, wanted, contentDirs, publicUrl, paths, tell } = make;
  if (isBuilt(builds, wanted.hash)) return;
  await withBuildLock(
    builds.root,
    () => tell('Another start is building; waiting for it.'),
    async () => {
      if (isBuilt(builds, wanted.hash)) return;
      tell('Building the pages (once per change; the first time takes a minute or so).');
      await runNext(make);
      tell('Compressing.');
      await finish(projectRoot, builds, wanted.hash);
      await keepContent(builds.of(wanted.hash), [join(projectRoot, 'content'), ...contentDirs]);
      const { hash } = await buildHash({ root: projectRoot, contentDirs, publicUrl });
      if (hash !== wanted.hash) throw new EditedMeanwhile('The files were edited while they were being built.');
      await packBuild({ projectRoot, builds, wanted, paths });
      await retireBuilds(builds, wanted.hash);
    },
  );
}

function runNext({ projectRoot, builds, wanted: { buildId }, publicUrl, secret, tell }: Make): Promise<void> {
  const next = join(projectRoot, 'node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HANDRAIL_DIST_DIR: builds.distDir,
      HANDRAIL_BUILD_ID: buildId,
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

/** Copies what Next built to where it is served from; under another name first, so that no start sees half of it. */
async function finish(projectRoot: string, builds: Builds, hash: string): Promise<void> {
  const built = join(projectRoot, builds.distDir);
  const draft = builds.of(`${hash}.draft`);
  await rm(draft, { recursive: true, force: true });
  await rm(builds.of(hash), { recursive: true, force: true });
  const apart = ['cache', 'dev', 'types', 'trace', 'trace-build', 'diagnostics'].map((name) => join(built, name));
  const belongs = (path: string) => !apart.some((one) => path === one || path.startsWith(one + sep));
  await cp(built, draft, { recursive: true, filter: belongs });
  await rename(draft, builds.of(hash));
}
