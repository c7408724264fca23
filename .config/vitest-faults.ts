import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Tests that make builds come last: of the builds that nobody serves only the newest are kept, and whoever comes after them would have to
 * make the ordinary one again.
 */
const builders = ['reuse', 'publish'];

class BuildersLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => builders.findIndex((name) => moduleId.includes(`/${name}.`));
    return [...files].sort((a, b) => place(a) - place(b) || a.moduleId.localeCompare(b.moduleId));
  }
}

/**
 * A build from nothing beside each change is a quarter of an hour: only in the long form (`npm test -- --full reuse`). The quick form sees in
 * `publish` that pages are taken over and that what was not touched stays as it was.
 */
const long = process.env.HANDRAIL_FULL ? [] : ['e2e/faults/reuse.test.ts'];

/** Tests that kill, cut off and fill up: one after the other, each with processes of its own. */
export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    include: ['e2e/faults/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...long],
    globalSetup: ['.config/vitest-global.ts'],
    environment: 'node',
    pool: 'forks',
    fileParallelism: false,
    sequence: { sequencer: BuildersLast },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
