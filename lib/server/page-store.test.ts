import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PackedFile } from '@/lib/server/packed-build';
import { PageStore } from '@/lib/server/page-store';

const folder = mkdtempSync(join(tmpdir(), 'handrail-store-'));
const names = ['a', 'b', 'c', 'd', 'e'];
for (const name of names) writeFileSync(join(folder, name), name.repeat(100));

const packed = (name: string): PackedFile => ({
  type: 'text/plain',
  tag: name,
  immutable: true,
  files: { identity: name },
});
const filesOf = (list: readonly string[]) => Object.fromEntries(list.map((name) => [`/${name}`, packed(name)]));

function newStore(maxBytes: number): PageStore {
  const store = new PageStore(maxBytes, () => []);
  store.replace(folder, filesOf(names));
  return store;
}

describe('PageStore', () => {
  it('never holds more than it may, and always sends the right bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...names), { maxLength: 40 }),
        fc.integer({ min: 0, max: 600 }),
        async (asked, max) => {
          const store = newStore(max);
          for (const name of asked) {
            const file = store.find(`/${name}`)?.variants.identity.file ?? '';
            expect(String(await store.body(file))).toBe(name.repeat(100));
            expect(store.heldBytes).toBeLessThanOrEqual(max);
          }
        },
      ),
    );
  });

  it('holds what was asked for last, and drops what was not', async () => {
    const store = newStore(200);
    const file = (name: string) => join(folder, name);
    for (const name of ['a', 'b', 'a', 'c']) await store.body(file(name));
    expect(Buffer.isBuffer(store.body(file('a')))).toBe(true);
    expect(Buffer.isBuffer(store.body(file('c')))).toBe(true);
    expect(Buffer.isBuffer(store.body(file('b')))).toBe(false);
  });

  it('reads a file once for all who wait for it', () => {
    const store = newStore(200);
    expect(store.body(join(folder, 'a'))).toBe(store.body(join(folder, 'a')));
  });

  it('is replaced in one step; what is not in the next build is gone', async () => {
    const store = newStore(1000);
    await store.body(join(folder, 'a'));
    store.replace(folder, filesOf(['b']));
    expect(store.find('/a')).toBeUndefined();
    expect(store.find('/b')).toBeDefined();
    expect(store.heldBytes).toBe(0);
  });

  it('tries again when a file could not be read', async () => {
    const store = newStore(1000);
    const late = join(folder, 'late');
    rmSync(late, { force: true });
    await expect(store.body(late)).rejects.toThrow('ENOENT');
    writeFileSync(late, 'here');
    expect(String(await store.body(late))).toBe('here');
  });

  it('names each packing by its own tag', () => {
    const store = new PageStore(0, () => []);
    store.replace(folder, {
      '/a': { ...packed('a'), files: { identity: 'a', br: 'b', gzip: 'c' } },
      '/d': packed('d'),
    });
    const variants = store.find('/a')?.variants;
    expect(new Set([variants?.br.etag, variants?.gzip.etag, variants?.identity.etag]).size).toBe(3);
    // What has no packing is sent as it is.
    expect(store.find('/d')?.variants.br).toEqual(store.find('/d')?.variants.identity);
  });
});
