import { openEmbedded } from '@/lib/db/embedded/open-embedded';
import { openExternal } from '@/lib/db/external';
import { migrate } from '@/lib/db/migrate';
import { closeSharedConnection, sharedConnection } from '@/lib/db/shared-connection';
import type { Env } from '@/lib/env';

/** The settings that say which database to use. */
export type DatabaseEnv = Pick<Env, 'DATA_DIR'> & { readonly DATABASE_URL?: string | undefined };

/** A database that was made reachable, before anything in it was looked at. */
export interface ReachableDatabase {
  readonly kind: 'embedded' | 'external';
  /** Holds a password: not for logs. */
  readonly url: string;
  /** Of the server, such as 18. */
  readonly major: number;
  /** Lets go of it; the last process on an embedded server stops it. */
  leave(): Promise<void>;
}

export interface Database {
  readonly kind: 'embedded' | 'external';
  readonly url: string;
  readonly major: number;
  /** The migrations this start applied. */
  readonly migrated: readonly string[];
  close(): Promise<void>;
}

/** Makes the database reachable without migrating it: DATABASE_URL, or else the embedded server (set up, started or joined). */
export function reachDatabase(env: DatabaseEnv): Promise<ReachableDatabase> {
  return env.DATABASE_URL === undefined ? openEmbedded(env.DATA_DIR) : openExternal(env.DATABASE_URL);
}

/**
 * The process's database: reached, migrated, and given to `pool()` and `prisma()`.
 * Throws a StartFault when something outside the program is wrong.
 */
export async function openDatabase(env: DatabaseEnv): Promise<Database> {
  const reached = await reachDatabase(env);
  try {
    const migrated = await migrate(reached.url);
    sharedConnection().url = reached.url;
    const { kind, url, major } = reached;
    return { kind, url, major, migrated, close: () => close(reached) };
  } catch (error) {
    await reached.leave();
    throw error;
  }
}

async function close(reached: ReachableDatabase): Promise<void> {
  await closeSharedConnection();
  await reached.leave();
}
