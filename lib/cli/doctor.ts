import { existsSync, statfsSync } from 'node:fs';
import type { Command } from 'commander';
import { judges } from '@/lib/cli/judges';
import { sentenceFor } from '@/lib/cli/migrate';
import { productVersion } from '@/lib/cli/product-version';
import { reachDatabase } from '@/lib/db/database';
import { embeddedVersion } from '@/lib/db/embedded/binaries';
import { hasInstallation } from '@/lib/db/embedded/open-embedded';
import { readMigrationState } from '@/lib/db/migrate';
import { withClient } from '@/lib/db/with-client';
import { type Env, readEnv } from '@/lib/env';

/** What was looked at, what was found, and whether Handrail can work with it. */
interface Finding {
  readonly about: string;
  readonly found: string;
  readonly isFine: boolean;
}

const fine = (about: string, found: string): Finding => ({ about, found, isFine: true });
const faulty = (about: string, found: string): Finding => ({ about, found, isFine: false });

/** Less than this, and a class's answers of a day may not fit. */
const LOW_DISK = 512 * 2 ** 20;

export function register(program: Command): void {
  program.command('doctor').description('look at everything Handrail needs here; changes nothing').action(doctor);
}

async function doctor(): Promise<void> {
  const env = readEnv(process.env);
  const findings = [
    fine('Handrail', productVersion()),
    nodeVersion(),
    dataFolder(env),
    ...(await database(env)),
    await content(env),
    // Handrail itself needs none of them.
    fine(
      'judges (tests only)',
      judges.map(({ name, isHere }) => `${name} ${isHere() ? 'here' : 'not here'}`).join(', '),
    ),
  ];
  for (const { about, found, isFine } of findings) console.log(`${isFine ? 'ok   ' : 'FAULT'} ${about}: ${found}`);
  if (findings.some(({ isFine }) => !isFine)) process.exitCode = 1;
}

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isNewEnough = major > 20 || (major === 20 && minor >= 19);
  const about = `Node on ${process.platform}-${process.arch}`;
  return isNewEnough
    ? fine(about, process.versions.node)
    : faulty(about, `${process.versions.node}; needs 20.19 or later`);
}

function dataFolder({ DATA_DIR }: Env): Finding {
  if (!existsSync(DATA_DIR)) return fine('data folder', `${DATA_DIR} (not made yet)`);
  const { bavail, bsize } = statfsSync(DATA_DIR);
  const found = `${DATA_DIR}, ${Math.floor((bavail * bsize) / 2 ** 20)} MB free`;
  return bavail * bsize < LOW_DISK ? faulty('data folder', `${found}: make room`) : fine('data folder', found);
}

async function database(env: Env): Promise<readonly Finding[]> {
  const isEmbedded = env.DATABASE_URL === undefined;
  try {
    if (isEmbedded && !hasInstallation(env.DATA_DIR))
      return [fine('database', `embedded PostgreSQL ${embeddedVersion()}, not set up yet (the first start does it)`)];
    const reached = await reachDatabase(env);
    try {
      const state = await withClient(reached.url, 'doctor', (client) => readMigrationState(client));
      const version = `${Math.floor(reached.serverVersion / 10_000)}.${reached.serverVersion % 10_000}`;
      const isUsable = state.kind === 'at-head' || state.kind === 'behind';
      return [
        fine('database', `${reached.kind} PostgreSQL ${version} at ${reached.where}`),
        (isUsable ? fine : faulty)('schema', sentenceFor(state)),
      ];
    } finally {
      await reached.leave();
    }
  } catch (error) {
    return [faulty('database', error instanceof Error ? error.message : String(error))];
  }
}

async function content(env: Env): Promise<Finding> {
  const { readContent } = await import('@/lib/curriculum/read-content');
  const { contentDirs } = await import('@/lib/curriculum/read-curriculum');
  const { curriculum, findings } = await readContent(contentDirs({ CONTENT_DIRS: env.CONTENT_DIRS.join(':') }));
  const lessons = curriculum.paths.reduce((sum, path) => sum + path.lessons.length, 0);
  const found = `${curriculum.paths.length} paths, ${lessons} lessons`;
  return findings.length === 0
    ? fine('content', found)
    : faulty('content', `${found}, ${findings.length} faults; \`npm run check\` shows them`);
}
