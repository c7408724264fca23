import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { bringJudges } from '@/lib/cli/judges';
import { prepare } from '@/lib/cli/prepare';
import { runStep, type StepEnd } from '@/lib/cli/run-step';
import { settings } from '@/lib/cli/start';
import { type Count, playwrightCount, vitestCount } from '@/lib/cli/test-report';
import { removeInstallation } from '@/lib/db/embedded/remove-installation';

const tell = (sentence: string) => console.log(`\n── ${sentence}`);
const results = 'e2e/results';

/** A kind of test: which files are its, how they are run, where it writes down what became of them. */
type Suite = {
  readonly name: string;
  readonly folders: readonly string[];
  readonly files: RegExp;
  readonly run: (filters: readonly string[]) => Promise<StepEnd>;
  readonly count: () => Count;
};

const node = process.execPath;

function vitestSuite(name: string, folders: readonly string[], config: string): Suite {
  const report = join(results, `${name}.json`);
  return {
    name,
    folders,
    files: /\.test\.tsx?$/,
    run: (filters) => {
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      return runStep(node, ['node_modules/vitest/vitest.mjs', 'run', '--config', config, ...reporters, ...filters]);
    },
    count: () => vitestCount(report),
  };
}

const suites: readonly Suite[] = [
  vitestSuite('unit', ['app', 'components', 'lib', 'prisma'], '.config/vitest.ts'),
  {
    name: 'e2e',
    folders: ['e2e'],
    files: /\.spec\.ts$/,
    run: (filters) => {
      const args = ['node_modules/@playwright/test/cli.js', 'test', '--config', '.config/playwright.ts', ...filters];
      return runStep(node, args, { E2E_DATA_DIR: dataDir() });
    },
    count: () => playwrightCount(join(results, 'playwright.json')),
  },
  vitestSuite('faults', ['e2e/faults'], '.config/vitest-faults.ts'),
];

let folder: string | undefined;
function dataDir(): string {
  folder ??= mkdtempSync('/tmp/handrail-e2e-');
  return folder;
}

export function register(program: Command): void {
  program
    .command('test [filters...]')
    .description('all tests, or those whose file name holds one of the words')
    .option('--full', 'the long proofs too')
    .action((filters: string[], { full }: { full?: boolean }) => test(filters, full ?? false));
}

async function test(filters: readonly string[], full: boolean): Promise<void> {
  // Never the learner's folder: builds and data of their own.
  process.env.HANDRAIL_BUILDS ??= '.next/tests';
  if (full) process.env.HANDRAIL_FULL = '1';
  const wanted = suites.filter((suite) => matching(suite, filters) > 0);
  if (wanted.length === 0) {
    console.error(`No test file has ${filters.map((filter) => `“${filter}”`).join(' or ')} in its name.`);
    process.exitCode = 2;
    return;
  }
  const missing = bringJudges(tell);
  const needsBuild = wanted.some(({ name }) => name !== 'unit');
  if (needsBuild) await step('build', () => prepare(settings('production', {}), tell));
  // Set by the build; the tools choose their own.
  Reflect.deleteProperty(process.env, 'NODE_ENV');

  rmSync(results, { recursive: true, force: true });
  const counts: Count[] = [];
  const ends: StepEnd[] = [];
  for (const suite of wanted) {
    ends.push(await step(suite.name, () => suite.run(filters)));
    counts.push(suite.count());
  }
  if (folder) await removeInstallation(folder);
  close(counts, ends, missing);
}

/** The closing lines, and the exit code that goes with them. */
function close(counts: readonly Count[], ends: readonly StepEnd[], missing: readonly string[]): void {
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  const unheard = missing.map((name) => `not run: what ${name} would judge; it is not on this machine`);
  const notRun = new Set([
    ...unheard,
    ...counts.flatMap((count) => count.notRun),
    ...ends.flatMap((end) => end.notRun),
  ]);
  // A tool that ends badly although every test of its passed has broken on the way.
  const brokenRuns = failed === 0 && ends.some((end) => end.code !== 0) ? 1 : 0;
  for (const name of counts.flatMap(({ secondTry = [] }) => secondTry))
    console.log(`\npassed only the second time: ${name}`);
  console.log(`\n${passed} passed, ${failed + brokenRuns} failed`);
  for (const line of notRun) console.log(line);
  // A machine that is there to judge has to have its judges.
  const lacking = process.env.CI ? notRun.size : 0;
  process.exitCode = failed + brokenRuns + lacking > 0 ? 1 : 0;
}

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  tell(name);
  const begin = performance.now();
  const done = await work();
  tell(`${name}: ${Math.round((performance.now() - begin) / 1000)} s`);
  return done;
}

function matching({ folders, files }: Suite, filters: readonly string[]): number {
  const names = folders.flatMap((one) => {
    try {
      return readdirSync(one, { recursive: true, encoding: 'utf8' }).map((name) => join(one, name));
    } catch {
      return [];
    }
  });
  const tests = names.filter((name) => files.test(name));
  return filters.length === 0
    ? tests.length
    : tests.filter((name) => filters.some((word) => name.includes(word))).length;
}
