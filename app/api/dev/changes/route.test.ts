import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GET } from './route';

const asks = vi.hoisted(() => ({ dirs: [] as string[], isWorkshop: false }));
vi.mock('@/lib/preview/workshop', () => ({ isWorkshop: async () => asks.isWorkshop }));
vi.mock('@/lib/auth/this-request', () => ({ thisSession: async () => null }));
vi.mock('@/lib/curriculum/read-curriculum', () => ({ contentDirs: () => asks.dirs, curriculum: async () => ({}) }));

let lesson: string;

beforeEach(() => {
  vi.stubEnv('NODE_ENV', 'development');
  asks.dirs = [mkdtempSync(join(tmpdir(), 'handrail-told-'))];
  lesson = join(asks.dirs[0] ?? '', 'biology', '01-cells');
  mkdirSync(lesson, { recursive: true });
  for (const name of ['en.mdx', 'zh.mdx']) writeFileSync(join(lesson, name), text('before'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  for (const dir of asks.dirs) rmSync(dir, { recursive: true, force: true });
});

const text = (word: string) => `---\ntitle: Cells\nlede: Small.\n---\n\nThe word ${word} stands here.\n`;

/** What is told until a saving was told of. */
async function toldOfASaving(): Promise<string> {
  const gone = new AbortController();
  const response = await GET(
    new Request('http://localhost/api/dev/changes?lesson=biology/cells', { signal: gone.signal }),
  );
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('nothing is told');
  let told = '';
  const hear = async (what: RegExp) => {
    while (!what.test(told)) told += (await reader.read()).value ?? '';
  };
  await hear(/"version":0/);
  writeFileSync(join(lesson, 'en.mdx'), text('after'));
  await hear(/"isWords":true/);
  gone.abort();
  return told;
}

test('tells the author at their own machine the changed words themselves', async () => {
  asks.isWorkshop = true;
  expect(await toldOfASaving()).toContain('The word after stands here.');
});

test('tells anybody else that something was saved, and no word of it', async () => {
  asks.isWorkshop = false;
  expect(await toldOfASaving()).not.toContain('after');
});

test('is not there outside development', async () => {
  vi.stubEnv('NODE_ENV', 'production');
  expect((await GET(new Request('http://localhost/api/dev/changes'))).status).toBe(404);
});
