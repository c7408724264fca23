import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from '@/lib/env';
import { BuildFault } from '@/lib/server/build-fault';
import { type BuildHash, buildHash } from '@/lib/server/build-hash';
import { withBuildLock } from '@/lib/server/build-lock';
import { type Builds, buildsIn, isBuilt } from '@/lib/server/builds';
import { savablePaths } from '@/lib/server/savable-paths';

export type Prepared = { readonly builds: Builds; readonly wanted: BuildHash };

type Tell = (sentence: string) => void;

/** How often files may be edited while they are being built. */
const mostBuilds = 3;

/**
 * Makes what is missing before anything can be served: Prisma's client, and a build of what is in the folder now. `again`: makes that build
 * also if there is one, and draws every page of it.
 */
export async function prepare(env: Env, tell: Tell, again = false): Promise<Prepared> {
  const root = process.cwd();
  const builds = buildsIn(root);
  await prepareClient(root, builds, tell);
  for (let made = 1; ; made++) {
    const wanted = await wantedBuild(env);
    if (isBuilt(builds, wanted.hash) && !again) return { builds, wanted };
    const asked = await askContent();
    const { EditedMeanwhile, makeBuild } = await import('@/lib/server/make-build');
    try {
      const { PUBLIC_URL: publicUrl, SECRET: secret, CONTENT_DIRS } = env;
      const world = { projectRoot: root, builds, publicUrl, contentDirs: CONTENT_DIRS, secret };
      await makeBuild({ ...world, ...asked, wanted, again, tell });
      return { builds, wanted };
    } catch (error) {
      if (!(error instanceof EditedMeanwhile) || made === mostBuilds) throw error;
      tell(`${error.message} Building again.`);
    }
  }
}

/**
 * What a build has to know of the content; the content itself is forgotten before anything is built. Authors' mistakes are told by file and line
 * before the compiler meets them.
 */
async function askContent() {
  const { contentDirs, readAhead } = await import('@/lib/curriculum/read-curriculum');
  const { lessonInputs } = await import('@/lib/curriculum/read-lesson-inputs');
  const curriculum = await readAhead(contentDirs());
  return { paths: savablePaths(curriculum), inputs: lessonInputs(curriculum) };
}

/** What the folders hold now, as a build. */
export function wantedBuild({ CONTENT_DIRS, PUBLIC_URL }: Env): Promise<BuildHash> {
  return buildHash({ root: process.cwd(), contentDirs: CONTENT_DIRS, publicUrl: PUBLIC_URL });
}

/** Generates Prisma's client when there is none for this schema. */
export async function prepareClient(root: string, builds: Builds, tell: Tell): Promise<void> {
  const schema = createHash('sha256')
    .update(readFileSync(join(root, 'prisma/schema.prisma')))
    .digest('hex');
  const mark = join(root, 'lib/db/generated/.schema');
  const isFresh = () => existsSync(mark) && readFileSync(mark, 'utf8') === schema;
  if (isFresh()) return;
  await withBuildLock(
    builds.root,
    () => tell('Another start is preparing; waiting for it.'),
    async () => {
      if (isFresh()) return;
      tell('Preparing the database client.');
      await generate(root);
      writeFileSync(mark, schema);
    },
  );
}

function generate(root: string): Promise<void> {
  const prisma = join(root, 'node_modules/prisma/build/index.js');
  const child = spawn(process.execPath, [prisma, 'generate', '--config', '.config/prisma.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Any executable will do: generating a client asks no engine, but the CLI would download one to have it.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
  });
  let said = '';
  const hear = (bytes: Buffer) => {
    said += bytes.toString('utf8');
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new BuildFault(`Prisma's client could not be generated:\n${said.trim()}`));
    });
  });
}
