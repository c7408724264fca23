import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { playwrightCount, vitestCount } from '@/lib/cli/test-report';

function reported(report: object): string {
  const file = join(mkdtempSync(join(tmpdir(), 'handrail-report-')), 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}

const unit = { numPassedTests: 7, numFailedTests: 0, numFailedTestSuites: 0, numPendingTests: 0 };
const stats = { expected: 5, unexpected: 0, flaky: 0, skipped: 0 };

describe('vitestCount', () => {
  it('counts tests, and a file that did not load as one that failed', () => {
    expect(vitestCount(reported(unit))).toEqual({ passed: 7, failed: 0, notRun: [] });
    expect(vitestCount(reported({ ...unit, numFailedTests: 2, numFailedTestSuites: 1 })).failed).toBe(2);
    expect(vitestCount(reported({ ...unit, numFailedTestSuites: 1 })).failed).toBe(1);
  });

  it('says what was skipped, and fails a run that left no report', () => {
    expect(vitestCount(reported({ ...unit, numPendingTests: 3 })).notRun).toEqual([
      'not run: 3 unit tests that are skipped',
    ]);
    expect(vitestCount('/does/not/exist').failed).toBe(1);
  });
});

describe('playwrightCount', () => {
  it('names a test that passed only the second time', () => {
    expect(playwrightCount(reported({ suites: [], stats, errors: [] }))).toMatchObject({ passed: 5, failed: 0 });
    const spec = (title: string, status: string) => ({ file: 'quiz.spec.ts', title, tests: [{ status }] });
    const suites = [{ specs: [], suites: [{ specs: [spec('answers', 'expected'), spec('asks again', 'flaky')] }] }];
    const report = { suites, stats: { ...stats, unexpected: 1, flaky: 1 }, errors: [] };
    expect(playwrightCount(reported(report))).toEqual({
      passed: 6,
      failed: 1,
      notRun: [],
      secondTry: ['quiz.spec.ts: asks again'],
    });
  });

  it('fails a run that broke before its first test', () => {
    const report = { suites: [], stats: { ...stats, expected: 0 }, errors: [{ message: 'the server did not start' }] };
    expect(playwrightCount(reported(report)).failed).toBe(1);
  });
});
