import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { openDatabase } from '@/lib/db/database';
import { withEmptyDatabases } from '@/lib/db/empty-database';
import { openExternal } from '@/lib/db/external';

const databases = withEmptyDatabases();

function altered(url: string, change: (address: URL) => void): string {
  const address = new URL(url);
  change(address);
  return address.href;
}

test('a wrong password is told without repeating it', async () => {
  const url = altered(await databases.make(), (address) => {
    address.password = 'letmein';
  });
  await expect(openExternal(url)).rejects.toMatchObject({
    name: 'StartFault',
    message: expect.stringMatching(/refuses the user or password in DATABASE_URL(?!.*letmein)/),
  });
});

test('a database that does not exist is named', async () => {
  const url = altered(await databases.make(), (address) => {
    address.pathname = '/absent';
  });
  await expect(openExternal(url)).rejects.toThrow('has no such database');
});

test.each([
  ['a port nobody listens on', 'postgresql://u:p@127.0.0.1:1/x'],
  ['a name nobody has', 'postgresql://u:p@nowhere.invalid/x'],
  ['a socket that is not there', 'postgresql://u:p@localhost/x?host=%2Fnowhere'],
])('%s cannot be reached', async (_, url) => {
  await expect(openExternal(url)).rejects.toThrow(/^The database at .* cannot be reached/);
});

test('a command that cannot reach its database says one sentence and ends with 1', () => {
  const env = {
    ...process.env,
    DATABASE_URL: 'postgresql://u:p@127.0.0.1:1/x',
    SECRET: 'a secret of thirty-two characters',
  };
  const ran = spawnSync(process.execPath, ['lib/cli/handrail.mjs', 'migrate', 'status'], { env });
  expect(ran.status).toBe(1);
  expect(ran.stderr.toString()).toMatch(
    /^The database at 127\.0\.0\.1:1\/x cannot be reached \(.*\)\. Check DATABASE_URL.*\n$/,
  );
});

test('DATABASE_URL is migrated and used', async () => {
  const database = await openDatabase({ DATA_DIR: '/nowhere', DATABASE_URL: await databases.make() });
  expect(database).toMatchObject({ kind: 'external', serverVersion: expect.any(Number) });
  expect(database.migrated.length).toBeGreaterThan(0);
  await database.close();
});
