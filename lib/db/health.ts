import { readMigrationState } from '@/lib/db/migrate';
import { readMigrations } from '@/lib/db/migration-files';
import { pool } from '@/lib/db/pool';
import { onlyOne } from '@/lib/only-one';

export interface DatabaseHealth {
  readonly reachable: boolean;
  readonly migrationsAtHead: boolean;
}

/** For /readyz: may this process be sent requests? Never throws. A database that a later version has migrated still serves us. */
export async function databaseHealth(): Promise<DatabaseHealth> {
  try {
    const brought = onlyOne('migrations', readMigrations);
    const state = await readMigrationState(pool(), brought);
    return { reachable: true, migrationsAtHead: state.kind === 'at-head' || state.kind === 'newer' };
  } catch {
    return { reachable: false, migrationsAtHead: false };
  }
}
