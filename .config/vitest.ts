import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Rooms whose files keep no state between tests: no database, no settings, no mocks. Their test files share what they import, which saves a
 * third of their time; a test there that patches a global belongs elsewhere.
 */
const pure = [
  '{lib,components}/{labs,quiz}/**/*.test.{ts,tsx}',
  'lib/{words,formula,tex,media,exchange}/**/*.test.{ts,tsx}',
];

const shared = {
  globalSetup: ['.config/vitest-global.ts'],
  environment: 'node',
  pool: 'threads',
  maxWorkers: 2,
  testTimeout: 20_000,
  hookTimeout: 60_000,
} as const;

export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    maxWorkers: 2,
    projects: [
      { extends: true, test: { ...shared, name: 'pure', include: pure, isolate: false } },
      {
        extends: true,
        test: {
          ...shared,
          name: 'rest',
          include: ['{app,components,lib,prisma}/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...pure],
        },
      },
    ],
  },
});
