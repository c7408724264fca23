import { mkdtempSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { chromium } from '../e2e/fixtures/browser';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const port = Number(process.env.E2E_PORT ?? 4599);
// The workers read this file too, and get the folder that the first reading made.
process.env.E2E_DATA_DIR ??= mkdtempSync('/tmp/handrail-e2e-');

/** The real product, started as anyone starts it, on its own data and its own builds. */
export default defineConfig({
  testDir: join(root, 'e2e'),
  // Screenshots are taken by the same means, and are no tests.
  testMatch: process.env.HANDRAIL_SHOTS ? '**/*.shot.ts' : '**/*.spec.ts',
  outputDir: join(root, 'e2e/results/playwright'),
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 60_000,
  // A test that needs its second try has passed, and is named at the end of the run: it has found a fault that nobody understands yet.
  retries: 1,
  reporter: [['list'], ['json', { outputFile: join(root, 'e2e/results/playwright.json') }]],
  use: {
    baseURL: `http://localhost:${port}`,
    browserName: 'chromium',
    launchOptions: chromium(),
    locale: 'en',
    // A recording of every step makes each test about half as long again: it is made when somebody looks for a fault (HANDRAIL_TRACE=1).
    trace: process.env.HANDRAIL_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: 'node lib/cli/handrail.mjs start',
    cwd: root,
    url: `http://localhost:${port}/readyz`,
    timeout: 240_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    env: {
      PORT: String(port),
      DATA_DIR: process.env.E2E_DATA_DIR,
      HANDRAIL_BUILDS: process.env.HANDRAIL_BUILDS ?? '.next/tests',
      LOG_LEVEL: 'warn',
    },
  },
});
