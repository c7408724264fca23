import { randomBytes } from 'node:crypto';
import { withTestDatabase } from '@/lib/db/test-database';
import { withClient } from '@/lib/db/with-client';

/** Beside the test file's own database: more of them, without any table. */
export function withEmptyDatabases(): { make(): Promise<string> } {
  const server = withTestDatabase();
  return {
    make: async () => {
      const name = `empty_${randomBytes(6).toString('hex')}`;
      await withClient(server.url, 'test', (client) => client.query(`CREATE DATABASE ${name}`));
      const address = new URL(server.url);
      address.pathname = `/${name}`;
      return address.href;
    },
  };
}
