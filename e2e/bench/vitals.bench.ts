import { type Browser, chromium as browserType } from '@playwright/test';
import type { Figure } from '../../lib/cli/bench';
import { chromium } from '../fixtures/browser';
import { lessonPath } from '../fixtures/pages';
import { forget, startProduct } from '../fixtures/product';
import { median } from './load';

type Vitals = { lcp: number; tbt: number; cls: number };

const RUNS = 5;
/** A modest phone on a modest line. */
const PHONE = { width: 390, height: 844 };
const CPU_SLOWDOWN = 4;
const LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (1.6 * 1024 * 1024) / 8,
};

/** What somebody waits for who opens a lesson for the first time on such a phone. */
export async function run(): Promise<Figure[]> {
  const product = await startProduct();
  const browser = await browserType.launch(chromium('whole'));
  try {
    const runs: Vitals[] = [];
    for (let i = 0; i < RUNS; i += 1) runs.push(await visit(browser, product.url + lessonPath('en')));
    const of = (name: keyof Vitals) => median(runs.map((one) => one[name]));
    return [
      { name: 'largest contentful paint, median of five', value: of('lcp') / 1000, unit: 's', atMost: 0.9 },
      { name: 'total blocking time, median of five', value: Math.round(of('tbt')), unit: 'ms', atMost: 200 },
      { name: 'cumulative layout shift, median of five', value: of('cls'), unit: '', atMost: 0 },
    ];
  } finally {
    await browser.close();
    await product.stop();
    await forget(product.dataDir);
  }
}

async function visit(browser: Browser, url: string): Promise<Vitals> {
  const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', LINE);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  await page.addInitScript({ content: OBSERVE });
  await page.goto(url, { waitUntil: 'load' });
  // Long tasks come after the load event too: wait until five seconds have brought nothing new.
  await page.waitForTimeout(5_000);
  const vitals: unknown = await page.evaluate('window.vitals');
  await context.close();
  if (!isVitals(vitals) || vitals.lcp === 0) throw new Error(`the page measured nothing: ${JSON.stringify(vitals)}`);
  return vitals;
}

function isVitals(value: unknown): value is Vitals {
  return value !== null && typeof value === 'object' && 'lcp' in value && 'tbt' in value && 'cls' in value;
}

/** Runs in the page, before anything of its own. As text: what compiles this file leaves marks that a page does not know. */
const OBSERVE = `
  const vitals = { lcp: 0, tbt: 0, cls: 0 };
  window.vitals = vitals;
  const watch = (type, see) =>
    new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true });
  watch('largest-contentful-paint', (entry) => { vitals.lcp = entry.startTime; });
  watch('longtask', (entry) => { vitals.tbt += Math.max(0, entry.duration - 50); });
  watch('layout-shift', (entry) => { if (!entry.hadRecentInput) vitals.cls += entry.value; });
`;
