import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
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

/** Tests that kill, cut off and fill up: one after the other, each with processes of its own. */
export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    include: ['e2e/faults/**/*.test.ts'],
    globalSetup: ['.config/vitest-global.ts'],
    environment: 'node',
    pool: 'forks',
    fileParallelism: false,
    sequence: { sequencer: BuildersLast },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
