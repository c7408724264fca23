import { type EmbeddedOptions, openEmbedded } from '@/lib/db/embedded/open-embedded';
import { openExternal } from '@/lib/db/external';
import { migrate } from '@/lib/db/migrate';
import type { ReachableDatabase } from '@/lib/db/reachable-database';
import { closeSharedConnection, sharedConnection } from '@/lib/db/shared-connection';
import type { Env } from '@/lib/env';

/** The settings that say which database to use. */
export type DatabaseEnv = Pick<Env, 'DATA_DIR'> & { readonly DATABASE_URL?: string | undefined };

/** The process's database, ready to use. */
export interface Database extends Omit<ReachableDatabase, 'leave'> {
  /** The migrations this start applied. */
  readonly migrated: readonly string[];
  close(): Promise<void>;
}

/** Makes the database reachable without migrating it: DATABASE_URL, or else the embedded server (set up, started or joined). */
export function reachDatabase(env: DatabaseEnv, options?: EmbeddedOptions): Promise<ReachableDatabase> {
  return env.DATABASE_URL === undefined ? openEmbedded(env.DATA_DIR, options) : openExternal(env.DATABASE_URL);
}

/**
 * The process's database: reached, migrated, and given to `pool()` and `prisma()`.
 * Throws a StartFault when something outside the program is wrong.
 */
export async function openDatabase(env: DatabaseEnv, options?: EmbeddedOptions): Promise<Database> {
  const reached = await reachDatabase(env, options);
  try {
    const migrated = await migrate(reached.url);
    sharedConnection().url = reached.url;
    const { leave, ...database } = reached;
    return {
      ...database,
      migrated,
      close: async () => {
        await closeSharedConnection();
        await leave();
      },
    };
  } catch (error) {
    await reached.leave();
    throw error;
  }
}
