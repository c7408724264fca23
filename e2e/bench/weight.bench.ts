import { gzipSync } from 'node:zlib';
import { type BrowserContext, chromium as browserType } from '@playwright/test';
import type { Figure } from '../../lib/cli/bench';
import { chromium } from '../fixtures/browser';
import { lessonPath } from '../fixtures/pages';
import { forget, startProduct } from '../fixtures/product';
import { personAt } from '../fixtures/test';
import { buildFloor, startNextApp } from './next-app';

/** JavaScript that the lesson page brings beyond the least that Next and React need, compressed by gzip. */
export async function run(): Promise<Figure[]> {
  const floor = await startNextApp(await buildFloor());
  const product = await startProduct();
  const browser = await browserType.launch(chromium('whole'));
  try {
    const empty = await scriptsOf(await browser.newContext(), floor.url);
    const context = await browser.newContext({ baseURL: product.url });
    const page = await context.newPage();
    await personAt(page).signUp();
    await page.close();
    // The browser that is measured has the sign-in, and nothing in its cache.
    const signedIn = await browser.newContext({ storageState: await context.storageState() });
    const lesson = await scriptsOf(signedIn, product.url + lessonPath('en'));
    return [
      { name: 'JavaScript of an empty Next page, gzip', value: kb(empty), unit: 'KB' },
      { name: 'JavaScript of the lesson page, signed in, without the lab’s chunk', value: kb(lesson), unit: 'KB' },
      { name: 'above the floor', value: kb(lesson) - kb(empty), unit: 'KB', atMost: 25 },
    ];
  } finally {
    await browser.close();
    await product.stop();
    await floor.stop();
    await forget(product.dataDir);
  }
}

/** As text: what compiles this file leaves marks that a page does not know. */
const NEVER_NEAR = `window.IntersectionObserver = class {
  observe() {} unobserve() {} disconnect() {} takeRecords() { return []; }
};`;

/** Every script that is fetched when nothing ever comes near the screen, so that labs stay where they are. */
async function scriptsOf(context: BrowserContext, url: string): Promise<number> {
  await context.addInitScript({ content: NEVER_NEAR });
  const page = await context.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.body());
  });
  await page.goto(url);
  await page.waitForLoadState('networkidle');
  const scripts = await Promise.all(bodies);
  await page.close();
  return scripts.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0);
}

function kb(bytes: number): number {
  return Math.round(bytes / 102.4) / 10;
}
