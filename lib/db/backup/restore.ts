import { createHash } from 'node:crypto';
import { finished } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type pg from 'pg';
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams';
import { readEntries, verifyArchive } from '@/lib/db/backup/archive';
import type { Progress } from '@/lib/db/backup/back-up';
import { type BackedUpTable, type Manifest, stepsTo } from '@/lib/db/backup/manifest';
import { copyTarget } from '@/lib/db/backup/tables';
import { MIGRATION_LOCK, migrate, readMigrationState, takeStep } from '@/lib/db/migrate';
import { type Migration, readMigrations } from '@/lib/db/migration-files';
import { StartFault } from '@/lib/db/start-fault';
import { withClient } from '@/lib/db/with-client';

const decompress = promisify(gunzip);

export interface RestoreOptions {
  /** Lose what the database holds. */
  readonly replace: boolean;
  readonly progress: Progress;
  readonly brought?: readonly Migration[];
}

/**
 * Puts a backup into a database in which nobody has learned yet (or, told to replace, into any of ours). Everything
 * happens in one transaction: the schema as it was when the backup was taken, then the rows; migrations made since
 * follow. Whatever goes wrong, the database is as it was.
 */
export async function restore(
  url: string,
  file: string,
  { replace, progress, brought = readMigrations() }: RestoreOptions,
): Promise<Manifest> {
  const manifest = await verifyArchive(file);
  const steps = stepsTo(manifest, brought);
  // Its end closes an unfinished transaction too.
  await withClient(url, 'restore', async (client) => {
    await client.query('SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0');
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    // Refuses a database that belongs to another program.
    await readMigrationState(client, brought);
    await client.query('BEGIN');
    await refuseLearners(client, replace);
    await dropAll(client);
    for (const step of steps) await takeStep(client, step);
    await fill(client, file, manifest, progress);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  });
  await migrate(url, brought);
  return manifest;
}

/** A database that was only set up holds nothing of anybody's, though start-up may have stored the questions' versions. */
async function refuseLearners(client: pg.Client, replace: boolean): Promise<void> {
  const { rows } = await client.query<{ found: boolean }>(`SELECT to_regclass('learner') IS NOT NULL AS found`);
  if (replace || !rows[0]?.found) return;
  const learners = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM learner');
  const count = learners.rows[0]?.count ?? 0;
  if (count > 0)
    throw new StartFault(
      `The database is not empty: it holds ${count} learner${count === 1 ? '' : 's'} (guests included).`,
      'Restore into a new data folder (DATA_DIR) or database, or add --replace to lose what is there.',
    );
}

/** Everything our migrations made: functions first, since some take a table's row, then tables and types; what came with an extension stays. */
async function dropAll(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `WITH made AS (
       SELECT oid, 'pg_class'::regclass AS catalogue, 2 AS turn, format('DROP TABLE %s CASCADE', oid::regclass) AS statement
       FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
       UNION ALL
       SELECT oid, 'pg_proc'::regclass, 1, format('DROP ROUTINE %s CASCADE', oid::regprocedure)
       FROM pg_proc WHERE pronamespace = current_schema()::regnamespace
       UNION ALL
       SELECT oid, 'pg_type'::regclass, 3, format('DROP TYPE %s CASCADE', oid::regtype)
       FROM pg_type WHERE typnamespace = current_schema()::regnamespace AND typtype = 'e'
     )
     SELECT statement FROM made WHERE NOT EXISTS
       (SELECT FROM pg_depend d WHERE d.classid = made.catalogue AND d.objid = made.oid AND d.deptype = 'e')
     ORDER BY turn`,
  );
  for (const { statement } of rows) await client.query(statement);
}

async function fill(client: pg.Client, file: string, manifest: Manifest, progress: Progress): Promise<void> {
  let open: OpenTable | undefined;
  for await (const { name, bytes } of readEntries(file)) {
    const table = manifest.tables.find(
      (candidate) => name.startsWith(`${candidate.name}.`) && name.endsWith('.copy.gz'),
    );
    if (!table) continue;
    if (open?.table !== table) {
      await open?.close();
      open = openTable(client, table, progress);
    }
    await open.write(await decompress(bytes));
  }
  await open?.close();
  for (const { name, last } of manifest.sequences)
    await client.query('SELECT setval($1::regclass, $2::bigint)', [client.escapeIdentifier(name), last]);
}

interface OpenTable {
  readonly table: BackedUpTable;
  write(bytes: Buffer): Promise<void>;
  close(): Promise<void>;
}

function openTable(client: pg.Client, table: BackedUpTable, progress: Progress): OpenTable {
  const stream: CopyStreamQuery = client.query(copyFrom(`COPY ${copyTarget(client, table)} FROM STDIN`));
  // A refused row shows in `close`; a write that waits for it must not wait for ever.
  const done = finished(stream);
  done.catch(() => {});
  const digest = createHash('sha256');
  let copied = 0;
  return {
    table,
    write: async (bytes) => {
      digest.update(bytes);
      copied += bytes.length;
      if (!stream.write(bytes)) await Promise.race([new Promise((resolve) => stream.once('drain', resolve)), done]);
      progress(table.name, copied);
    },
    close: async () => {
      stream.end();
      await done;
      if (stream.rowCount !== table.rows || digest.digest('hex') !== table.sha256)
        throw new StartFault(
          `Table ${table.name} came out of the backup with ${stream.rowCount} rows of ${table.rows}, or other bytes.`,
          'Nothing was kept. Use another copy of the backup.',
        );
    },
  };
}
