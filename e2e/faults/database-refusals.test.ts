import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Installation, locateInstallation } from '@/lib/db/embedded/installation';
import { openEmbedded } from '@/lib/db/embedded/open-embedded';
import { readPostmaster } from '@/lib/db/embedded/postmaster';
import { withClient } from '@/lib/db/with-client';

const isRoot = process.getuid?.() === 0;
let folder: string;
/** One that was set up and stopped; a test that changes it puts it back. */
let home: Installation;

const open = (checkout = 'checkout') => openEmbedded(join(folder, checkout), { systemFolder: folder });
const placeOf = (checkout: string): Installation => locateInstallation(join(folder, checkout), isRoot, folder);

beforeAll(async () => {
  folder = mkdtempSync('/tmp/handrail-faults-');
  // Root's server runs as a user of its own, which must get through.
  chmodSync(folder, 0o755);
  await (await open()).leave();
  home = placeOf('checkout');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Names, sizes, owners, modes and times of everything below: what "touches nothing" means. */
function snapshot(below: string): string[] {
  return readdirSync(below, { recursive: true, encoding: 'utf8' })
    .map((path) => {
      const { size, uid, mode, mtimeMs } = statSync(join(below, path));
      return `${path} ${size} ${uid} ${mode} ${mtimeMs}`;
    })
    .sort();
}

async function expectRefused(sentence: string | RegExp, checkout?: string): Promise<void> {
  const before = snapshot(folder);
  await expect(open(checkout)).rejects.toMatchObject({ name: 'StartFault', message: expect.stringMatching(sentence) });
  expect(snapshot(folder)).toEqual(before);
}

/** Looks at the home while one of its files says something else. */
async function whileFileSays(file: string, text: string, look: () => Promise<void>): Promise<void> {
  const original = readFileSync(file);
  writeFileSync(file, text);
  try {
    await look();
  } finally {
    writeFileSync(file, original);
  }
}

async function whileRenamed(from: string, to: string, look: () => Promise<void>): Promise<void> {
  renameSync(from, to);
  try {
    await look();
  } finally {
    renameSync(to, from);
  }
}

test('data written by an older PostgreSQL are refused with the two commands that carry them over', () =>
  whileFileSays(join(home.data, 'PG_VERSION'), '17\n', () =>
    expectRefused(/were written by PostgreSQL 17; this Handrail brings 18.*handrail -- backup.*handrail -- restore/),
  ));

test('data written by a newer PostgreSQL are refused', () =>
  whileFileSays(join(home.data, 'PG_VERSION'), '99\n', () =>
    expectRefused(/were written by PostgreSQL 99, newer than the 18/),
  ));

test('a folder that is not a database is refused', async () => {
  const place = placeOf('foreign').home;
  mkdirSync(place);
  writeFileSync(join(place, 'holiday.jpg'), '');
  if (isRoot) chownSync(place, handrail().uid, handrail().gid);
  await expectRefused('is not a database that Handrail made', 'foreign');
});

test('a password that does not fit is refused, and no server is left running', () =>
  whileFileSays(home.passwordFile, 'not this one', async () => {
    await expect(open()).rejects.toThrow('refuses the password kept in');
    expect(readPostmaster(home)).toBeUndefined();
  }));

test('a data folder that is a file is refused', async () => {
  writeFileSync(join(folder, 'a-file'), '');
  await expectRefused('cannot be made or entered', 'a-file');
});

test('backends that outlived their postmaster are ended, and the server starts', async () => {
  const reached = await open();
  await withClient(reached.url, 'test', async (client) => {
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    // Stopped, it cannot notice that its postmaster died, and keeps the shared memory.
    process.kill(rows[0]?.pid ?? 0, 'SIGSTOP');
    process.kill(readPostmaster(home) ?? 0, 'SIGKILL');
    const again = await open();
    await withClient(again.url, 'test', (other) => other.query('SELECT 1'));
    await again.leave();
  });
  await reached.leave();
});

test("a dead server's number that another program has now is not mistaken for a server", async () => {
  const owner = isRoot ? handrail() : {};
  const other = spawn('/bin/sleep', ['600'], { ...owner, stdio: 'ignore' });
  writeFileSync(join(home.data, 'postmaster.pid'), `${other.pid}\n${home.data}\n0\n5432\n\n\n\n\n`);
  await (await open()).leave();
  expect(other.exitCode).toBeNull();
  other.kill();
});

describe.runIf(isRoot)('as root', () => {
  test('a data folder that was moved says where its database lies', () =>
    whileRenamed(join(folder, 'checkout'), join(folder, 'moved'), () =>
      expectRefused(`was moved or copied here; its database still lies in ${home.home}`, 'moved'),
    ));

  test('a data folder whose database is gone does not begin empty in silence', () =>
    whileRenamed(home.home, join(folder, 'elsewhere'), () =>
      expectRefused('The database of this data folder is gone'),
    ));

  test("another user's database is refused", async () => {
    chownSync(home.home, 65534, 65534);
    await expectRefused('belongs to another user');
    chownSync(home.home, handrail().uid, handrail().gid);
  });

  test('a database that a plain user set up is not touched by root', async () => {
    mkdirSync(join(folder, 'plain', 'postgres'), { recursive: true });
    await expectRefused('was set up by a plain user', 'plain');
  });

  test("a folder that the database's user may not enter is refused", async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const refused = openEmbedded(join(folder, 'private'), { systemFolder: join(closed, 'below') });
    await expect(refused).rejects.toThrow(/user "handrail" may not enter .*closed\/below/);
    expect(readdirSync(join(closed, 'below'))).toEqual([]);
  });

  test('a full disk is refused before anything is written, at the first start and at a later one', async () => {
    const small = join(folder, 'small');
    mkdirSync(small);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=300m,mode=755', 'tmpfs', small]);
    if (mounted.status !== 0) {
      process.stdout.write('not run: full disk (mounting needs CAP_SYS_ADMIN)\n');
      return;
    }
    try {
      const openThere = () => openEmbedded(join(folder, 'on-small'), { systemFolder: small });
      const fillUpTo = (megabytes: number) => {
        const free = Number(spawnSync('stat', ['-f', '-c', '%a', small]).stdout) * 4096;
        writeFileSync(join(small, 'ballast'), Buffer.alloc(free - megabytes * 2 ** 20));
      };
      fillUpTo(50);
      await expect(openThere()).rejects.toThrow(/^The disk that holds .* is full \(50 MB free, 128 MB needed\)/);
      expect(readdirSync(small)).toEqual(['ballast']);
      rmSync(join(small, 'ballast'));

      await (await openThere()).leave();
      fillUpTo(8);
      const before = snapshot(small);
      await expect(openThere()).rejects.toThrow(/^The disk that holds .* is full \(8 MB free, 32 MB needed\)/);
      expect(snapshot(small)).toEqual(before);
    } finally {
      spawnSync('umount', [small]);
    }
  });
});

function handrail(): { uid: number; gid: number } {
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith('handrail:'));
  const [, , uid, gid] = entry?.split(':').map(Number) ?? [];
  if (!uid || !gid) throw new Error('the user handrail is made by the first start');
  return { uid, gid };
}
