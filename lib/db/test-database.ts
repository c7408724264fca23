import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, inject } from 'vitest';
import { openEmbedded } from '@/lib/db/embedded/open-embedded';
import { migrate } from '@/lib/db/migrate';
import { closeSharedConnection, sharedConnection } from '@/lib/db/shared-connection';
import { withClient } from '@/lib/db/with-client';

declare module 'vitest' {
  interface ProvidedContext {
    /** Made by .config/vitest-global.ts, which also ends the server and removes the folder. */
    testDatabaseFolder: string;
  }
}

/** Migrated once per run; every test file's database is a copy of it. */
const TEMPLATE = 'template_handrail';
/** Only one file makes the template. */
const TEMPLATE_LOCK = 'hashtext($$handrail template$$)';

/** A run is short and its data are thrown away. */
const SETTINGS = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200'];

export interface TestDatabase {
  /** The address of this file's database. */
  readonly url: string;
}

/**
 * Gives a test file a fresh, migrated database of its own, for `pool()` and `prisma()`; call it once, at the top of the
 * file. One embedded server serves the whole run; its data lie in a folder of the run's own.
 */
export function withTestDatabase(): TestDatabase {
  const name = `test_${randomBytes(6).toString('hex')}`;
  let url: string | undefined;
  let leave: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    const folder = inject('testDatabaseFolder');
    const server = await openEmbedded(folder, { systemFolder: folder, settings: SETTINGS });
    leave = server.leave;
    await makeTemplate(server.url);
    await withClient(server.url, 'test', (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`));
    url = inDatabase(server.url, name);
    sharedConnection().url = url;
  });

  afterAll(async () => {
    await closeSharedConnection();
    await leave?.();
  });

  return {
    get url() {
      if (url === undefined) throw new Error('the test database exists from beforeAll on');
      return url;
    },
  };
}

function makeTemplate(serverUrl: string): Promise<void> {
  return withClient(serverUrl, 'test', async (client) => {
    await client.query(`SELECT pg_advisory_lock(${TEMPLATE_LOCK})`);
    const { rowCount } = await client.query(`SELECT FROM pg_database WHERE datname = '${TEMPLATE}' AND datistemplate`);
    if (rowCount) return;
    await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE}`);
    await client.query(`CREATE DATABASE ${TEMPLATE}`);
    await migrate(inDatabase(serverUrl, TEMPLATE));
    await client.query(`ALTER DATABASE ${TEMPLATE} IS_TEMPLATE true`);
  });
}

function inDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
