import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type ArchiveWriter, writeArchive } from '@/lib/db/backup/archive';
import { type BackedUpTable, FORMAT, type Manifest } from '@/lib/db/backup/manifest';
import { copyTarget, readSequences, readTables, type Table } from '@/lib/db/backup/tables';
import { fullDisk } from '@/lib/db/embedded/room';
import { errorCode } from '@/lib/db/error-code';
import { readHistory } from '@/lib/db/migrate';
import { StartFault } from '@/lib/db/start-fault';
import { withClient } from '@/lib/db/with-client';

/** Pieces are held whole, so this bounds the memory a backup takes. */
const PIECE_BYTES = 4 * 2 ** 20;

const compress = promisify(gzip);

export interface BackupSubject {
  readonly url: string;
  readonly product: string;
  readonly secret: string | undefined;
}

/** Tells how far a long work is. */
export type Progress = (table: string, bytes: number) => void;

/** Copies every table, all as they were at one moment, into `file`. The application goes on meanwhile. */
export async function backUp(subject: BackupSubject, file: string, progress: Progress): Promise<Manifest> {
  const archive = await writeArchive(file);
  try {
    const manifest = await withClient(subject.url, 'backup', (client) => copyAll(client, subject, archive, progress));
    await archive.finish(manifest);
    return manifest;
  } catch (error) {
    await archive.abandon();
    throw errorCode(error) === 'ENOSPC' ? fullDisk(file, 'while the backup was written') : error;
  }
}

async function copyAll(
  client: pg.Client,
  subject: BackupSubject,
  archive: ArchiveWriter,
  progress: Progress,
): Promise<Manifest> {
  await client.query('SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0');
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  // The first question takes the snapshot: whatever was acknowledged before it is in the backup.
  const { rows } = await client.query<{ server: number; now: Date }>(
    `SELECT current_setting('server_version_num')::int AS server, now()`,
  );
  const migrations = await readHistory(client);
  if (!migrations)
    throw new StartFault('The database is empty: nothing to back up.', 'Start Handrail once to set it up.');
  const tables: BackedUpTable[] = [];
  for (const table of await readTables(client)) tables.push(await copyOut(client, table, archive, progress));
  const sequences = await readSequences(client);
  await client.query('COMMIT');
  return {
    format: FORMAT,
    product: subject.product,
    server: rows[0]?.server ?? 0,
    takenAt: (rows[0]?.now ?? new Date(0)).toISOString(),
    migrations: migrations.map(({ name, checksum }) => ({ name, checksum })),
    tables,
    sequences,
    secret: subject.secret,
  };
}

async function copyOut(
  client: pg.Client,
  table: Table,
  archive: ArchiveWriter,
  progress: Progress,
): Promise<BackedUpTable> {
  const digest = createHash('sha256');
  const stream = client.query(copyTo(`COPY ${copyTarget(client, table)} TO STDOUT`));
  let piece: Buffer[] = [];
  let held = 0;
  let copied = 0;
  let pieces = 0;
  const writePiece = async (): Promise<void> => {
    pieces += 1;
    const name = `${table.name}.${String(pieces).padStart(6, '0')}.copy.gz`;
    await archive.add(name, await compress(Buffer.concat(piece), { level: 6 }));
    piece = [];
    held = 0;
    progress(table.name, copied);
  };
  for await (const chunk of stream) {
    const bytes = chunk as Buffer;
    digest.update(bytes);
    piece.push(bytes);
    held += bytes.length;
    copied += bytes.length;
    if (held >= PIECE_BYTES) await writePiece();
  }
  if (held > 0) await writePiece();
  return { name: table.name, columns: [...table.columns], rows: stream.rowCount, sha256: digest.digest('hex') };
}
