import type { Command } from 'commander';
import { reachDatabase } from '@/lib/db/database';
import { migrate, readMigrationState } from '@/lib/db/migrate';
import type { MigrationState } from '@/lib/db/migration-history';
import { withClient } from '@/lib/db/with-client';
import { readEnv } from '@/lib/env';

export function register(program: Command): void {
  const command = program.command('migrate').description("bring the database to this version's schema");
  command.command('deploy', { isDefault: true }).description('take the steps that are missing').action(deploy);
  command.command('status').description('say which are missing; changes nothing').action(status);
}

async function deploy(): Promise<void> {
  const database = await reachDatabase(readEnv(process.env));
  try {
    const taken = await migrate(database.url);
    for (const name of taken) console.log(`took ${name}`);
    console.log(
      taken.length === 0 ? 'The database is up to date.' : `${taken.length} taken; the database is up to date.`,
    );
  } finally {
    await database.leave();
  }
}

async function status(): Promise<void> {
  const database = await reachDatabase(readEnv(process.env));
  try {
    const state = await withClient(database.url, 'migrate', (client) => readMigrationState(client));
    console.log(sentenceFor(state));
    if (state.kind !== 'at-head') process.exitCode = 1;
  } finally {
    await database.leave();
  }
}

/** Where a database stands beside this code. */
export function sentenceFor(state: MigrationState): string {
  switch (state.kind) {
    case 'at-head':
      return 'up to date';
    case 'behind':
      return `${state.missing.length} to take: ${state.missing.map(({ name }) => name).join(', ')} (the next start takes them)`;
    case 'newer':
      return `newer than this version: ${state.unknown.join(', ')}`;
    case 'unfinished':
      return `${state.name} began and did not finish`;
    case 'edited':
      return `${state.name} was applied with another text`;
  }
}
