import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildHash } from '@/lib/server/build-hash';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'handrail-hash-'));
  for (const folder of ['app', 'components', 'lib/cli', 'prisma', 'content/git'])
    mkdirSync(join(root, folder), { recursive: true });
  for (const file of ['app/page.tsx', 'lib/env.ts', 'prisma/schema.prisma', 'package-lock.json', 'content/git/en.mdx'])
    writeFileSync(join(root, file), file);
});

const now = (contentDirs: string[] = [], publicUrl?: string) => buildHash({ root, contentDirs, publicUrl });

describe('buildHash', () => {
  it('is the same while nothing changes', async () => {
    expect(await now()).toEqual(await now());
  });

  it.each(['app/page.tsx', 'lib/env.ts', 'package-lock.json', 'prisma/schema.prisma'])(
    'changes with %s',
    async (file) => {
      const before = await now();
      writeFileSync(join(root, file), 'changed');
      const after = await now();
      expect(after.buildId).not.toBe(before.buildId);
      expect(after.hash).not.toBe(before.hash);
    },
  );

  it('changes with the content, and keeps the id of the code', async () => {
    const before = await now();
    writeFileSync(join(root, 'content/git/zh.mdx'), 'new');
    const after = await now();
    expect(after.buildId).toBe(before.buildId);
    expect(after.hash).not.toBe(before.hash);
  });

  it('changes with a further content folder and with the public address', async () => {
    const further = mkdtempSync(join(tmpdir(), 'handrail-hash-'));
    writeFileSync(join(further, 'path.yaml'), 'x');
    const hashes = await Promise.all([now(), now([further]), now([], 'https://learn.example.org')]);
    expect(new Set(hashes.map(({ hash }) => hash)).size).toBe(3);
  });

  it.each(['lib/env.test.ts', 'lib/README.md', 'lib/cli/start.ts', 'app/.page.tsx.swp'])(
    'does not change with %s',
    async (file) => {
      const before = await now();
      writeFileSync(join(root, file), 'x');
      expect(await now()).toEqual(before);
    },
  );

  it('keeps a byte that moves to the next file apart', async () => {
    writeFileSync(join(root, 'content/a'), 'ab');
    writeFileSync(join(root, 'content/b'), 'c');
    const before = await now();
    writeFileSync(join(root, 'content/a'), 'a');
    writeFileSync(join(root, 'content/b'), 'bc');
    expect((await now()).hash).not.toBe(before.hash);
  });
});
