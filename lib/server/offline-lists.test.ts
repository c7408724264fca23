import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { offlineLists, type SavablePath } from '@/lib/server/offline-lists';
import type { PackedFile } from '@/lib/server/packed-build';

const root = mkdtempSync(join(tmpdir(), 'handrail-lists-'));

function packed(name: string, body: string, type: string): PackedFile {
  writeFileSync(join(root, name), body);
  writeFileSync(join(root, `${name}.br`), brotliCompressSync(body));
  return { type, tag: `tag-of-${body}`, immutable: false, scripts: [], files: { identity: name, br: `${name}.br` } };
}

const html = 'text/html; charset=utf-8';
const files = (lesson: string): Record<string, PackedFile> => ({
  '/en': packed('en', 'home', html),
  '/en/offline': packed('en-offline', 'kept', html),
  '/zh/offline': packed('zh-offline', '已存', html),
  '/en/paths/tcp': packed('path', '<a href="/en/learn/tcp/open">', html),
  '/en/learn/tcp/open': packed('lesson', lesson, html),
  '/zh/learn/tcp/open': packed('lesson-zh', '三次握手', html),
  '/en/learn/git/commit': packed('other', 'another path', html),
  '/search/en/index.json': packed('index.json', '{}', 'application/json'),
  '/search/en/text/tcp/open.json': packed('tcp.json', '{}', 'application/json'),
  '/search/en/text/git/commit.json': packed('git.json', '{}', 'application/json'),
});
const tcp: SavablePath = {
  path: 'tcp',
  title: { en: 'TCP', zh: 'TCP' },
  languages: ['en', 'zh'],
  lessons: [{ id: 'tcp/open', titles: { en: 'Opening', zh: '打开' } }],
  variants: ['tcp/open/numbers'],
};

it('each path has a list for each of its languages, with its lessons and its variants', async () => {
  const lists = await offlineLists(root, files('hello'), 'b1', [tcp]);
  expect(lists.map(({ locale }) => locale)).toEqual(['en', 'zh']);
  const [en] = lists;
  expect(en?.files.map(({ address }) => address)).toEqual([
    '/en',
    '/en/learn/tcp/open',
    '/en/offline',
    '/en/paths/tcp',
    '/search/en/index.json',
    '/search/en/text/tcp/open.json',
    '/zh/offline',
  ]);
  expect(en?.lessons).toEqual([{ address: '/en/learn/tcp/open', title: 'Opening' }]);
  expect(en?.variants).toEqual(['tcp/open/numbers']);
});

it('the weight is what is sent, packed and with its head, and what it takes up is what is stored', async () => {
  const [en] = await offlineLists(root, files('hello '.repeat(10_000)), 'b1', [tcp]);
  const lesson = en?.files.find(({ address }) => address === '/en/learn/tcp/open');
  expect(lesson?.stored).toBe(60_000);
  expect(lesson?.bytes).toBeLessThan(3_000);
  expect(en?.bytes).toBe(en?.files.reduce((total, { bytes }) => total + bytes, 0));
});

it('the version follows from what is in it, not from the build that it came with', async () => {
  const version = async (lesson: string, build: string) =>
    (await offlineLists(root, files(lesson), build, [tcp])).map((list) => list.version);
  const [before, beforeZh] = await version('one', 'b1');
  expect(await version('one', 'b2')).toEqual([before, beforeZh]);
  const [after, afterZh] = await version('two', 'b3');
  expect(after).not.toBe(before);
  expect(afterZh).toBe(beforeZh);
});
