import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { pageWhileBroken } from './while-broken';

const folder = (name: string) => mkdtempSync(join(tmpdir(), `handrail-broken-${name}-`));
const dir = folder('content');
const data = folder('data');
const file = join(dir, 'kinds/01-every-kind/en.mdx');

beforeAll(() => {
  cpSync(resolve('e2e/fixtures/kinds-content'), dir, { recursive: true });
  vi.stubEnv('NODE_ENV', 'development');
  vi.stubEnv('DATA_DIR', data);
  vi.stubEnv('CONTENT_DIRS', dir);
});

afterAll(() => {
  vi.unstubAllEnvs();
  for (const made of [dir, data]) rmSync(made, { recursive: true, force: true });
});

/** What was saved is read before it is told, and the machine may be busy. */
const soon = { timeout: 20_000 };
vi.setConfig({ testTimeout: 60_000 });

test('pages give way to what is wrong while a file cannot be read, and come back once it is mended', async () => {
  const english = readFileSync(file, 'utf8');
  expect(await pageWhileBroken('/en/learn/kinds/every-kind')).toBeUndefined();
  writeFileSync(file, `${english}\n<Oops>\n`);
  await expect.poll(() => pageWhileBroken('/en/learn/kinds/every-kind'), soon).toBe('/en/preview/mistakes');
  expect(await pageWhileBroken('/zh')).toBe('/zh/preview/mistakes');
  // What tells its own mistakes, and what is no page, is left alone.
  for (const path of ['/en/preview/kinds/every-kind', '/zh/drafts/x', '/api/answers', '/_next/x.js', '/sitemap.xml'])
    expect(await pageWhileBroken(path), path).toBeUndefined();
  writeFileSync(file, english);
  await expect.poll(() => pageWhileBroken('/en'), soon).toBeUndefined();
});
