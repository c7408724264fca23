import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from '../lib/db/embedded/open-embedded';

/** A folder for the run's database server. The first test file that asks for a database starts it; here it ends, and its data go. */
export default function setup(project: TestProject): () => Promise<void> {
  // Not os.tmpdir(): on macOS that path is too long for a socket.
  const folder = mkdtempSync('/tmp/handrail-test-');
  // Root's server runs as a user of its own, which must get through to its part.
  chmodSync(folder, 0o755);
  project.provide('testDatabaseFolder', folder);
  // Whatever else a test keeps on disk goes there too, never into the checkout's own data.
  process.env.DATA_DIR ??= join(folder, 'data');
  return async () => {
    // Whoever was killed left it running: join it, and be the last to leave.
    if (existsSync(join(folder, 'database-is-at')) || existsSync(join(folder, 'postgres')))
      await openEmbedded(folder, { systemFolder: folder }).then((server) => server.leave());
    rmSync(folder, { recursive: true, force: true });
  };
}
