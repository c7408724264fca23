import pg from 'pg';
import { errorCode } from '@/lib/db/error-code';
import type { ReachableDatabase } from '@/lib/db/reachable-database';
import { StartFault } from '@/lib/db/start-fault';

/** The oldest PostgreSQL that is tested. */
const OLDEST = 150_000;

/** The database that DATABASE_URL names: reached, its version read, nothing changed. */
export async function openExternal(url: string): Promise<ReachableDatabase> {
  const where = withoutPassword(url);
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'handrail',
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      `SELECT current_setting('server_version_num')::int AS version`,
    );
    const serverVersion = rows[0]?.version ?? 0;
    if (serverVersion < OLDEST)
      throw new StartFault(
        `The database at ${where} is PostgreSQL ${Math.floor(serverVersion / 10_000)}, which is too old.`,
        'Use PostgreSQL 15, 16, 17 or 18.',
      );
    return { kind: 'external', url, serverVersion, where, leave: async () => {} };
  } catch (error) {
    throw error instanceof StartFault ? error : connectFault(error, where);
  } finally {
    await client.end().catch(() => {});
  }
}

function connectFault(error: unknown, where: string): StartFault {
  const reason = error instanceof AggregateError ? error.errors.map(String).join('; ') : messageOf(error);
  const options = { cause: error };
  switch (errorCode(error)) {
    case '28P01':
    case '28000':
      return new StartFault(
        `The database at ${where} refuses the user or password in DATABASE_URL (${reason}).`,
        'Check both; reserved characters in a password are written as %xx.',
        options,
      );
    case '3D000':
      return new StartFault(
        `The server at ${where} has no such database (${reason}).`,
        'Create it there, empty: CREATE DATABASE …',
        options,
      );
    default:
      return new StartFault(
        `The database at ${where} cannot be reached (${reason}).`,
        'Check DATABASE_URL, that the server runs, and that this machine may connect to it.',
        options,
      );
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function withoutPassword(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url);
  return `${searchParams.get('host') ?? hostname}${port ? `:${port}` : ''}${pathname}`;
}
