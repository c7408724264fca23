import type { Command } from 'commander';
import { copyProgress } from '@/lib/cli/copy-progress';
import { putBackSecret } from '@/lib/cli/kept-secret';
import { verifyArchive } from '@/lib/db/backup/archive';
import { restore } from '@/lib/db/backup/restore';
import { reachDatabase } from '@/lib/db/database';
import { readEnv } from '@/lib/env';

export function register(program: Command): void {
  program
    .command('restore')
    .argument('<file>', 'what `handrail backup` wrote')
    .option('--replace', 'even if somebody has learned here already; what is there is lost')
    .description('put a backup into an empty database')
    .action(restoreFrom);
}

async function restoreFrom(file: string, { replace = false }: { replace?: boolean }): Promise<void> {
  const env = readEnv(process.env);
  // Before a server is even started: a damaged file touches nothing.
  await verifyArchive(file);
  const database = await reachDatabase(env);
  const { progress, done } = copyProgress();
  try {
    const { tables, takenAt, secret } = await restore(database.url, file, { replace, progress });
    done();
    if (database.kind === 'embedded') putBackSecret(env, secret);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(`Restored ${rows} rows of ${tables.length} tables, as they were at ${takenAt}.`);
    console.log('If Handrail is running, restart it.');
  } finally {
    await database.leave();
  }
}
