import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { copyProgress } from '@/lib/cli/copy-progress';
import { keptSecret } from '@/lib/cli/kept-secret';
import { productVersion } from '@/lib/cli/product-version';
import { backUp } from '@/lib/db/backup/back-up';
import { reachDatabase } from '@/lib/db/database';
import { StartFault } from '@/lib/db/start-fault';
import { readEnv } from '@/lib/env';

export function register(program: Command): void {
  program
    .command('backup')
    .argument('[file]', 'where to; must not exist', `handrail-${new Date().toISOString().slice(0, 10)}.handrail`)
    .description('copy everything the database holds into one file, while Handrail may go on running')
    .action(backup);
}

async function backup(file: string): Promise<void> {
  if (existsSync(file)) throw new StartFault(`${file} exists.`, 'Name another file; a backup never overwrites one.');
  const env = readEnv(process.env);
  const database = await reachDatabase(env);
  const { progress, done } = copyProgress();
  try {
    const subject = { url: database.url, product: productVersion(), secret: keptSecret(env) };
    const { tables, takenAt } = await backUp(subject, file, progress);
    done();
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(`${file}: ${rows} rows of ${tables.length} tables, as they were at ${takenAt}.`);
    console.log('Keep it as secret as the server: it holds password hashes and what signs the sessions.');
  } finally {
    await database.leave();
  }
}
