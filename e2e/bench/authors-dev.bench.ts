import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, chromium as browserType } from '@playwright/test';
import type { Figure } from '@/lib/cli/bench';
import { chromium } from '../fixtures/browser';
import { forget, startProduct } from '../fixtures/product';
import { lessonFolder, lessonId, writeGeneratedContent } from './generated-content';
import { median } from './load';

const LESSONS = Number(process.env.BENCH_LESSONS ?? 1_000);
const SAVES = 11;
/** The first saves load what the later ones find loaded. */
const WARMING = 3;
const OPENED = 3;

/** How long an author looks at the old word: from the saving of a file until the new one stands in the page that is open. */
export async function run(): Promise<Figure[]> {
  const home = mkdtempSync('/tmp/handrail-dev-');
  const content = join(home, 'content');
  await writeGeneratedContent(content, LESSONS);
  const product = await startProduct({ command: 'dev', env: { CONTENT_DIRS: content } });
  const browser = await browserType.launch(chromium('whole'));
  try {
    const file = join(content, lessonFolder(OPENED), 'en.mdx');
    const saved = (address: string) => savesOf(browser, product.url + address, file);
    const learner = await saved(`/en/learn/${lessonId(OPENED)}`);
    const preview = await saved(`/en/preview/${lessonId(OPENED)}`);
    const name = `a saved word shows, ${LESSONS} lessons (median of ${SAVES})`;
    return [
      { name: `${name}: the learner's page`, value: Math.round(median(learner)), unit: 'ms', atMost: 300 },
      { name: `${name}: the author's view`, value: Math.round(median(preview)), unit: 'ms', atMost: 300 },
      {
        name: 'development server, memory',
        value: Math.round(residentMiB(product.process.pid)),
        unit: 'MiB',
        atMost: 1_536,
      },
    ];
  } finally {
    await browser.close();
    await product.stop();
    await forget(product.dataDir);
    rmSync(home, { recursive: true, force: true });
  }
}

async function savesOf(browser: Browser, url: string, file: string): Promise<number[]> {
  const page = await browser.newPage();
  const connected = page.waitForResponse((response) => new URL(response.url()).pathname === '/api/dev/changes');
  await page.goto(url);
  await connected;
  const times: number[] = [];
  const words = readFileSync(file, 'utf8');
  for (let save = 0; save < WARMING + SAVES; save += 1) {
    // An author looks at what was saved before going on.
    await pause(700);
    const word = `wordnumber${save}`;
    const seen = page.waitForFunction(
      (text) =>
        document.querySelector('main')?.textContent?.includes(text) && performance.timeOrigin + performance.now(),
      word,
      { polling: 'raf' },
    );
    const begin = performance.timeOrigin + performance.now();
    writeFileSync(file, `${words}\nThis is ${word}, as it was written a moment ago.\n`);
    const end = await (await seen).jsonValue();
    if (save >= WARMING && typeof end === 'number') times.push(end - begin);
  }
  writeFileSync(file, words);
  await page.close();
  return times;
}

function residentMiB(pid: number | undefined): number {
  const [, pages] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
  return (Number(pages) * 4_096) / 1_048_576;
}
