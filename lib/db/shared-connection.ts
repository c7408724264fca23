import type pg from 'pg';
import type { PrismaClient } from '@/lib/db/generated/client';
import { onlyOne } from '@/lib/only-one';

/** Which database this process works with, and the clients that were made for it. */
export interface SharedConnection {
  url: string | undefined;
  pool: pg.Pool | undefined;
  prisma: PrismaClient | undefined;
}

export function sharedConnection(): SharedConnection {
  return onlyOne('database', () => ({ url: undefined, pool: undefined, prisma: undefined }));
}

/** The database's address. Throws when `openDatabase` has not been called: a mistake in the program, not in the world. */
export function databaseUrl(): string {
  const { url } = sharedConnection();
  if (url === undefined)
    throw new Error('the database is not open: call openDatabase() (in tests useTestDatabase()) first');
  return url;
}

/** Lets go of the pool and of Prisma; `databaseUrl` throws afterwards. */
export async function closeSharedConnection(): Promise<void> {
  const shared = sharedConnection();
  const { pool, prisma } = shared;
  shared.url = undefined;
  shared.pool = undefined;
  shared.prisma = undefined;
  await prisma?.$disconnect();
  await pool?.end();
}
