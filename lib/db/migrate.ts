import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { type Migration, readMigrations } from '@/lib/db/migration-files';
import { type AppliedMigration, type MigrationState, migrationState } from '@/lib/db/migration-history';
import { StartFault } from '@/lib/db/start-fault';
import { withClient } from '@/lib/db/with-client';

/** The advisory lock of `prisma migrate`, so that the two can never run at once. */
export const MIGRATION_LOCK = 72_707_369;

/** As Prisma's schema engine makes it. */
const HISTORY_TABLE = `CREATE TABLE "_prisma_migrations" (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** What can be asked: a client, or the pool. */
type Queryable = Pick<pg.Pool, 'query'>;

/**
 * Brings the database to this code's schema and returns the names of the steps it took; [] when it was there already.
 * Each step is one transaction together with its row in the history. Processes that start together wait for one another.
 */
export async function migrate(url: string, brought = readMigrations()): Promise<readonly string[]> {
  return withClient(url, 'migrate', async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const missing = stepsToTake(await readMigrationState(client, brought));
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  });
}

/** Where the database stands beside this code; changes nothing. */
export async function readMigrationState(database: Queryable, brought = readMigrations()): Promise<MigrationState> {
  const applied = await readHistory(database);
  if (applied === undefined) await refuseForeignTables(database);
  return migrationState(brought, applied ?? []);
}

function stepsToTake(state: MigrationState): readonly Migration[] {
  switch (state.kind) {
    case 'at-head':
      return [];
    case 'behind':
      return state.missing;
    case 'newer':
      throw new StartFault(
        `The database is newer than this Handrail: it has ${state.unknown.join(', ')}, which this version does not know.`,
        'Start the version that last used it, or a later one.',
      );
    case 'unfinished':
      throw new StartFault(
        `The database's migration ${state.name} began and did not finish.`,
        'Restore the last backup, or mend it with `prisma migrate resolve`.',
      );
    case 'edited':
      throw new StartFault(
        `The database was made by another text of migration ${state.name} than prisma/migrations holds.`,
        'Check out the version that made it; a migration that has been applied must not be edited, add another.',
      );
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await takeStep(client, migration);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw new Error(`migration ${migration.name} was not applied, nothing was changed`, { cause: error });
  }
}

/** One step and its row in the history, within the caller's transaction: half a migration cannot remain, whatever is killed. */
export async function takeStep(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('SET LOCAL statement_timeout = 0');
  if ((await readHistory(client)) === undefined) await client.query(HISTORY_TABLE);
  await client.query(migration.sql);
  await client.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), migration.checksum, migration.name],
  );
}

/** The steps the database has taken; undefined when it has no history. */
export async function readHistory(database: Queryable): Promise<readonly AppliedMigration[] | undefined> {
  const found = await database.query<{ found: boolean }>(
    `SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS found`,
  );
  if (!found.rows[0]?.found) return undefined;
  const { rows } = await database.query<AppliedMigration>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished"
     FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows;
}

/** A database without our history but with tables is somebody else's. */
async function refuseForeignTables(database: Queryable): Promise<void> {
  const { rows } = await database.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1 LIMIT 3`,
  );
  if (rows.length > 0)
    throw new StartFault(
      `The database belongs to another program: it holds tables Handrail did not make (${rows.map(({ name }) => name).join(', ')}).`,
      'Point DATABASE_URL at an empty database.',
    );
}
