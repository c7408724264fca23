import { reachDatabase } from '@/lib/db/database';
import { hasInstallation } from '@/lib/db/embedded/open-embedded';
import { readMigrationState } from '@/lib/db/migrate';
import { closeSharedConnection, sharedConnection } from '@/lib/db/shared-connection';
import { withClient } from '@/lib/db/with-client';
import type { Env } from '@/lib/env';

/** Who has answered what is edited and not published yet, in lines; nothing when no database can be asked. Changes nothing. */
export async function affectedNow(env: Env): Promise<string[]> {
  if (env.DATABASE_URL === undefined && !hasInstallation(env.DATA_DIR)) return [];
  const reached = await reachDatabase(env).catch((error: unknown) => {
    return error instanceof Error ? error : new Error(String(error));
  });
  if (reached instanceof Error) return [`Who has answered what was edited cannot be told: ${reached.message}`];
  try {
    const { kind } = await withClient(reached.url, 'affected', (client) => readMigrationState(client));
    if (kind !== 'at-head' && kind !== 'newer') return [];
    sharedConnection().url = reached.url;
    const { contentDirs, readAhead } = await import('@/lib/curriculum/read-curriculum');
    const { affectedBy } = await import('@/lib/regrade/submit-affected');
    const { affectedLines } = await import('@/lib/regrade/affected-lines');
    return affectedLines(await affectedBy(await readAhead(contentDirs())));
  } finally {
    const { closeReplayPool } = await import('@/lib/labs/replay-pool');
    await closeReplayPool();
    await closeSharedConnection();
    await reached.leave();
  }
}
