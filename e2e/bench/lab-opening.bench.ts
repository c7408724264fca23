import { gzipSync } from 'node:zlib';
import { type BrowserContext, chromium as browserType, type Page } from '@playwright/test';
import type { Figure } from '../../lib/cli/bench';
import { chromium } from '../fixtures/browser';
import { forget, startProduct } from '../fixtures/product';
import { median } from './load';

const LABS = ['process', 'tcp', 'tls', 'certificate', 'dns', 'http', 'journey'] as const;
const OPENINGS = 9;

/**
 * What a lab brings of its own, and how long it takes to work when it was opened before: from nearing the screen to the first press it
 * could answer. Modules that all labs load alike (the player, the log of actions) are nobody's own and stand on a line of their own.
 */
export async function run(): Promise<Figure[]> {
  const product = await startProduct();
  const browser = await browserType.launch(chromium('whole'));
  try {
    const opened: { lab: string; scripts: readonly string[]; took: number }[] = [];
    for (const lab of LABS) {
      const address = `${product.url}/en/labs/${lab}`;
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      const scripts = await scriptsOf(context, address);
      const page = await context.newPage();
      await page.addInitScript({ content: WATCH });
      const taken: number[] = [];
      await open(page, address);
      for (let opening = 0; opening < OPENINGS; opening += 1) taken.push(await open(page, address));
      await context.close();
      opened.push({ lab, scripts, took: median(taken) });
    }
    const [first, ...others] = opened.map(({ scripts }) => new Set(scripts.flatMap(modulesOf).map(({ id }) => id)));
    const everyLabs = new Set([...(first ?? [])].filter((id) => others.every((ids) => ids.has(id))));
    const whole = (scripts: readonly string[]) => scripts.reduce((sum, script) => sum + weigh(script), 0);
    const own = (scripts: readonly string[]) =>
      whole(scripts.map((script) => without(script, everyLabs)).filter((script) => script !== ''));
    return [
      {
        name: 'script that all labs load alike, gzip',
        value: kb(whole(opened[0]?.scripts ?? []) - own(opened[0]?.scripts ?? [])),
        unit: 'KB',
      },
      ...opened.flatMap(({ lab, scripts, took }) => [
        {
          name: `script of the ${lab} lab’s own, gzip`,
          value: kb(own(scripts)),
          unit: 'KB',
          atMost: 120,
        },
        { name: `opening the ${lab} lab again, median of ${OPENINGS}`, value: took, unit: 'ms', atMost: 100 },
      ]),
    ];
  } finally {
    await browser.close();
    await product.stop();
    await forget(product.dataDir);
  }
}

/** Every script that is fetched because the lab has neared the screen, and not before. */
async function scriptsOf(context: BrowserContext, address: string): Promise<string[]> {
  const page = await context.newPage();
  await page.addInitScript({ content: HOLD });
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  if ((await page.locator(LIVE).count()) > 0) throw new Error('the lab was loaded before it neared the screen');
  const loaded = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') loaded.set(response.url(), response.body());
  });
  await page.evaluate('window.letNear()');
  await page.locator(LIVE).waitFor();
  const scripts = await Promise.all([...loaded.values()].map(async (body) => (await body).toString()));
  await page.close();
  return scripts;
}

/** The modules of a chunk, as Turbopack writes them one behind the other: `950808,e=>{…},9342,76178,e=>{…}`. */
function modulesOf(chunk: string): { id: string; text: string }[] {
  return chunk.split(/,(?=\d{3,7}(?:,\d{3,7})*,\w+=>\{)/).flatMap((text) => {
    const id = /^\d+/.exec(text)?.[0];
    return id ? [{ id, text }] : [];
  });
}

/** A chunk without some modules: the bundler lays what many labs need into the chunks of each of them; empty where nothing is left. */
function without(chunk: string, left: ReadonlySet<string>): string {
  return modulesOf(chunk)
    .filter(({ id }) => !left.has(id))
    .map(({ text }) => text)
    .join(',');
}

function weigh(script: string): number {
  return gzipSync(script, { level: 9 }).length;
}

const LIVE = 'section[id^="lab-"][data-live]';

/** Milliseconds from when the lab nears the screen until it is drawn and the main thread is free to answer. */
async function open(page: Page, address: string): Promise<number> {
  await page.goto(address);
  await page.locator(LIVE).waitFor();
  const taken: unknown = await page.evaluate('window.opened');
  if (typeof taken !== 'number') throw new Error(`the page measured nothing: ${String(taken)}`);
  return taken;
}

function kb(bytes: number): number {
  return Math.round(bytes / 102.4) / 10;
}

/* What runs in the page, as text: what compiles this file leaves marks that a page does not know. */

/** Notes when a lab nears the screen, and when it works: drawn, and after that frame a task has had its turn. */
const WATCH = `{
  let near;
  const Real = window.IntersectionObserver;
  window.IntersectionObserver = class extends Real {
    constructor(tell, options) {
      super((entries, observer) => {
        if (entries.some((it) => it.isIntersecting && it.target.matches('section[id^="lab-"]'))) near ??= performance.now();
        tell(entries, observer);
      }, options);
    }
  };
  let done;
  window.opened = new Promise((resolve) => { done = resolve; });
  new MutationObserver((changes, observer) => {
    if (!document.querySelector('section[id^="lab-"][data-live]')) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - near)));
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-live'] });
}`;

/** Nothing nears the screen until it is let. */
const HOLD = `{
  const Real = window.IntersectionObserver;
  const held = [];
  window.IntersectionObserver = class {
    constructor(tell, options) { this.real = new Real(tell, options); }
    observe(element) { held.push([this.real, element]); }
    unobserve() {} disconnect() { this.real.disconnect(); } takeRecords() { return []; }
  };
  window.letNear = () => { for (const [real, element] of held) real.observe(element); };
}`;
