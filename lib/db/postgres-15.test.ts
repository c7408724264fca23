import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backUp } from '@/lib/db/backup/back-up';
import { restore } from '@/lib/db/backup/restore';
import { openDatabase } from '@/lib/db/database';
import { run } from '@/lib/db/embedded/run';
import { ensureSystemUser, type Owner } from '@/lib/db/embedded/system-user';
import { withEmptyDatabases } from '@/lib/db/empty-database';
import { databaseHealth } from '@/lib/db/health';
import { migrate } from '@/lib/db/migrate';
import { prisma } from '@/lib/db/prisma';
import { withClient } from '@/lib/db/with-client';

/** The oldest PostgreSQL that DATABASE_URL may name, as Debian 12 packs it. */
const BIN = '/usr/lib/postgresql/15/bin';
const isHere = existsSync(BIN);
if (!isHere) process.stdout.write('not run: PostgreSQL 15 (Debian package postgresql-15)\n');

const databases = withEmptyDatabases();

describe.runIf(isHere)('PostgreSQL 15 by DATABASE_URL', () => {
  let folder: string;
  let owner: Owner | undefined;
  let url: string;

  beforeAll(async () => {
    folder = mkdtempSync('/tmp/handrail-pg15-');
    owner = process.getuid?.() === 0 ? await ensureSystemUser() : undefined;
    if (owner) chownSync(folder, owner.uid, owner.gid);
    const data = join(folder, 'data');
    const made = await run(
      join(BIN, 'initdb'),
      ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N'],
      owner,
      folder,
    );
    expect(made).toMatchObject({ code: 0 });
    const options = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off`;
    await run(
      join(BIN, 'pg_ctl'),
      ['start', '-w', '-D', data, '-l', join(folder, 'log'), '-o', options],
      owner,
      folder,
    );
    url = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
  });

  afterAll(async () => {
    await run(join(BIN, 'pg_ctl'), ['stop', '-m', 'immediate', '-D', join(folder, 'data')], owner, folder);
    rmSync(folder, { recursive: true, force: true });
  });

  test('is migrated and used', async () => {
    const database = await openDatabase({ DATA_DIR: folder, DATABASE_URL: url });
    expect(Math.floor(database.serverVersion / 10_000)).toBe(15);
    expect(await databaseHealth()).toEqual({ reachable: true, migrationsAtHead: true });
    await prisma().learner.create({ data: { id: '00000000-0000-4000-8000-000000000001', name: '学习者' } });
    await database.close();
  });

  test('its backup goes into the embedded server, and one of that comes back', async () => {
    const subject = (from: string) => ({ url: from, product: '1', secret: undefined });
    const quiet = { progress: () => {} };
    await migrate(url);
    const embedded = await databases.make();
    await backUp(subject(url), join(folder, 'from-15'), () => {});
    await restore(embedded, join(folder, 'from-15'), { ...quiet, replace: false });
    await backUp(subject(embedded), join(folder, 'from-18'), () => {});
    await restore(url, join(folder, 'from-18'), { ...quiet, replace: true });
    const { rows } = await withClient(url, 'test', (client) => client.query('SELECT name FROM learner'));
    expect(rows).toEqual([{ name: '学习者' }]);
  });
});
