import { get } from 'node:http';
import { chromium as browserType } from '@playwright/test';
import { chromium } from '../fixtures/browser';

/** What a browser asked for, and what it got, byte for byte. */
export type Recorded = { readonly path: string; readonly headers: readonly string[]; readonly body: string };

/** Opens pages one after the other in one browser that has nothing yet, and writes down every address it asks this site for. */
export async function recordColdView(url: string, pages: readonly string[]): Promise<string[]> {
  const browser = await browserType.launch(chromium('whole'));
  try {
    const page = await browser.newPage();
    const asked = new Set<string>();
    page.on('request', (request) => {
      const address = new URL(request.url());
      if (address.origin === url) asked.add(address.pathname + address.search);
    });
    for (const path of pages) {
      await page.goto(url + path);
      await page.waitForLoadState('networkidle');
    }
    return [...asked];
  } finally {
    await browser.close();
  }
}

const PER_CONNECTION = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);

/** The answer to each address, packed as a browser gets it. */
export async function recordAnswers(url: string, paths: readonly string[]): Promise<Recorded[]> {
  return Promise.all(paths.map((path) => recordAnswer(url, path)));
}

function recordAnswer(url: string, path: string): Promise<Recorded> {
  return new Promise((resolve, reject) => {
    get(url + path, { headers: { 'accept-encoding': 'br' } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const headers: string[] = [];
        for (let i = 0; i < answer.rawHeaders.length; i += 2) {
          const name = answer.rawHeaders[i] ?? '';
          if (!PER_CONNECTION.has(name.toLowerCase())) headers.push(name, answer.rawHeaders[i + 1] ?? '');
        }
        resolve({ path, headers, body: Buffer.concat(chunks).toString('base64') });
      });
    }).on('error', reject);
  });
}
