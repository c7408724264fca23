import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export type Count = {
  readonly passed: number;
  readonly failed: number;
  readonly notRun: readonly string[];
  /** Tests that failed once and passed the second time: `file: title`. */
  readonly secondTry?: readonly string[];
};

const vitest = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
  numPendingTests: z.number(),
});
const suite = z.object({
  specs: z.array(z.object({ file: z.string(), title: z.string(), tests: z.array(z.object({ status: z.string() })) })),
  get suites() {
    return z.array(suite).optional();
  },
});
const playwright = z.object({
  suites: z.array(suite),
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

/** What vitest wrote down. A file that could not even be loaded is a failure too. */
export function vitestCount(file: string): Count {
  const report = read(vitest, file);
  if (!report) return broken('the unit tests ended without a report');
  const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = report;
  // A suite counts as failed when a test of it does; alone, it is one that did not load.
  const failed = numFailedTests > 0 ? numFailedTests : numFailedTestSuites;
  return { passed: numPassedTests, failed, notRun: skipped(numPendingTests, 'unit') };
}

export function playwrightCount(file: string): Count {
  const report = read(playwright, file);
  if (!report) return broken('the browser tests ended without a report');
  const { expected, unexpected, flaky, skipped: left } = report.stats;
  return {
    passed: expected + flaky,
    failed: unexpected === 0 && report.errors.length > 0 ? 1 : unexpected,
    notRun: skipped(left, 'browser'),
    secondTry: report.suites.flatMap(flakyIn),
  };
}

function flakyIn({ specs, suites = [] }: z.infer<typeof suite>): string[] {
  const flaky = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
  return [...flaky.map(({ file, title }) => `${file}: ${title}`), ...suites.flatMap(flakyIn)];
}

function skipped(count: number, kind: string): string[] {
  return count > 0 ? [`not run: ${count} ${kind} tests that are skipped`] : [];
}

function broken(sentence: string): Count {
  console.error(sentence);
  return { passed: 0, failed: 1, notRun: [] };
}

function read<T>(schema: z.ZodType<T>, file: string): T | undefined {
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}
