import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { databaseUrl } from '@/lib/db/shared-connection';
import { onlyOne } from '@/lib/only-one';

/** Each holds a connection for as long as its reader takes. */
const mostAtOnce = 3;
/** A reader who takes nothing for so long is gone, whatever its connection says. */
const mostSeconds = 30 * 60;

/** What a learner has earned in an assignment, 0 to 1. */
export type WorkedShare = { readonly learnerId: string; readonly place: string; readonly share: number | null };

const running = () => onlyOne('out.running', () => ({ count: 0 }));

/** Rows as PostgreSQL writes them; `close` ends the statement and lets go of the connection, whatever was read. */
export type OpenExport = { readonly rows: Readable; close(): void };

/**
 * Streams what a query finds, on a connection of its own. `work` is written down first, in a table that only this connection sees, for the query
 * to join. Undefined: as many exports as may be are under way.
 */
export async function openExport(
  query: string,
  work: (save: (shares: readonly WorkedShare[]) => Promise<void>) => Promise<void>,
  format: 'csv' | 'json',
): Promise<OpenExport | undefined> {
  if (running().count >= mostAtOnce) return undefined;
  running().count += 1;
  const socket = new Socket();
  const client = new pg.Client({
    connectionString: databaseUrl(),
    application_name: 'handrail export',
    stream: () => socket,
  });
  client.on('error', () => {});
  let isOpen = true;
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    running().count -= 1;
    // A statement that is under way ends at the next row it cannot send, or when the server looks whether we are there.
    socket.destroy();
  };
  try {
    await client.connect();
    // One moment for all of it: a grade given meanwhile is in no half of the file.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await client.query(`SET LOCAL timezone = 'UTC'; SET LOCAL statement_timeout = '${mostSeconds}s'; SET LOCAL work_mem = '32MB';
      SET LOCAL client_connection_check_interval = '1s'`);
    await client.query('CREATE TEMP TABLE export_work (learner_id uuid, place text, share float8) ON COMMIT DROP');
    await work((shares) => saveWork(client, shares));
    const how = format === 'csv' ? 'FORMAT csv' : `FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02'`;
    const rows = client.query(copyTo(`COPY (${query}) TO STDOUT WITH (${how})`, { highWaterMark: 1 << 18 }));
    rows.once('close', close);
    return { rows, close };
  } catch (error) {
    close();
    throw error;
  }
}

async function saveWork(client: pg.Client, shares: readonly WorkedShare[]): Promise<void> {
  await client.query(
    `INSERT INTO export_work SELECT * FROM unnest($1::uuid[], $2::text[], $3::float8[]) AS w(learner_id, place, share) WHERE share IS NOT NULL`,
    [shares.map(({ learnerId }) => learnerId), shares.map(({ place }) => place), shares.map(({ share }) => share)],
  );
}
