import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium as chromiumBrowser } from '@playwright/test';
import { sizeText } from '../components/offline/size-text';
import { labWords } from '../lib/words/lab';
import { locales } from '../lib/words/locale';
import { offlineWords } from '../lib/words/offline';
import { quizWords } from '../lib/words/quiz';
import { axe } from './fixtures/axe';
import { chromium } from './fixtures/browser';
import { everythingKept, panelAt, pathPage, savePath } from './fixtures/kept';
import { button, labAt, scrub } from './fixtures/labs';
import { languages } from './fixtures/languages';
import { lessonPath } from './fixtures/pages';
import { forget, freePort, startProduct } from './fixtures/product';
import { firstQuestion } from './fixtures/questions';
import { forgetBuild, renewedBuild } from './fixtures/renewed-build';
import { ordinaryBuild } from './fixtures/served-bytes';
import { expect as expectSoon, personAt, test } from './fixtures/test';

const expect = expectSoon.configure({ timeout: 20_000 });
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const builds = process.env.HANDRAIL_BUILDS ?? '.next/tests';
const words = offlineWords.en;
/** Calls that find no network, and pages that find none. */
const noNetwork = /Failed to load resource|ERR_|net::/;

for (const locale of languages('en'))
  test(`a saved path opens, its lab runs and its answers wait when the server is gone (${locale})`, async ({
    page,
    context,
    complaints,
  }) => {
    test.slow();
    complaints.expect(noNetwork);
    const port = await freePort();
    const first = await startProduct({ port, build: await ordinaryBuild() });
    const { url, dataDir } = first;
    const { item, right } = await firstQuestion('single-choice');
    await personAt(page, url).becomeGuest();
    await savePath(page, locale, url);
    // A server that has taken the request and says nothing: the copy is there after three seconds.
    first.process.kill('SIGSTOP');
    await page.goto(`${url}${lessonPath(locale)}`, { waitUntil: 'domcontentloaded' });
    await expect(page.locator('html')).toHaveAttribute('data-saved-at', /^20/);
    await first.kill();
    await context.setOffline(true);

    // Everything that a reader of this path comes to, by its links. What another path teaches first is a copy of its own.
    await page.goto(`${url}${pathPage(locale)}`);
    const lessons = await page
      .locator(`main a[href^="/${locale}/learn/tcp-tls/"]`)
      .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))]);
    expect(lessons.length).toBeGreaterThan(0);
    for (const lesson of [...lessons, `/${locale}/glossary`, `/${locale}/labs/tcp`, `/${locale}`]) {
      await page.goto(`${url}${lesson}`);
      await expect(page.locator('html')).toHaveAttribute('data-saved-at', /^20/);
    }

    await page.goto(`${url}${lessonPath(locale)}`);
    await expect(page.getByText(offlineWords[locale].allSaved)).toBeVisible();
    const lab = await labAt(page, 'lab-open');
    await button(lab, labWords[locale].step).click();
    await expect(scrub(lab, locale)).toHaveAttribute('aria-valuetext', labWords[locale].position(1, 5));

    const question = page.locator(`[data-quiz="${item}"]`);
    await question.locator(`input[value="${right.choice}"]`).check();
    await question.getByRole('button', { name: quizWords[locale].check, exact: true }).click();
    await expect(
      question.locator('[data-sending=waiting]').or(question.getByText(quizWords[locale].waiting)),
    ).toBeVisible();

    const again = await startProduct({ port, dataDir, build: await ordinaryBuild() });
    await context.setOffline(false);
    await page.reload();
    await expect
      .poll(() =>
        page.evaluate(
          async ([lesson, question]) => {
            const progress = await (await fetch('/api/progress')).json();
            return progress.lessons[lesson ?? '']?.items[question ?? '']?.best;
          },
          item.split(/\/(?=[^/]*$)/),
        ),
      )
      .toBe(1);
    await again.kill();
    await forget(dataDir);
  });

test('another person’s data and no page of theirs is ever in a cache', async ({ page, person }) => {
  await savePath(page, 'en');
  const { login } = await person.signUp();
  await person.openLesson('en');
  const { item, right } = await firstQuestion('single-choice');
  const question = page.locator(`[data-quiz="${item}"]`);
  await question.locator(`input[value="${right.choice}"]`).check();
  await question.getByRole('button', { name: quizWords.en.check, exact: true }).click();
  await expect(question.getByText(quizWords.en.right).first()).toBeVisible();
  for (const address of ['/en/account', '/en/progress', '/en', pathPage('en'), lessonPath('en'), '/en/offline'])
    await page.goto(address);
  // Signed in, saved again: what is fetched then carries no cookie either.
  await panelAt(page)
    .getByRole('button', { name: /^Remove/ })
    .click();
  await expect(panelAt(page)).toContainText(words.removed);
  await savePath(page, 'en');

  const kept = await everythingKept(page);
  expect(kept.length).toBeGreaterThan(20);
  for (const { address, body, headers } of kept) {
    expect(address).not.toMatch(/^\/api\/|account|progress|review|attempts|sittings|sign-|teach|\?/);
    expect(headers).not.toMatch(/set-cookie/i);
    expect(body).not.toContain(login);
  }
  const pages = kept.filter(({ headers }) => headers.includes('text/html'));
  expect(pages.every(({ headers }) => headers.includes('x-handrail-public'))).toBe(true);
});

test('with a path its variants’ numbers are kept, for who has begun and for nobody else', async ({
  page,
  person,
  complaints,
}) => {
  complaints.expect(/status of 503/);
  const item = 'tcp-tls/three-way-four-way/a-variant';
  const drawn = { draw: '018f6f6e-0000-7000-8000-000000000000', version: 'v1', public: { holes: { isn: '40921' } } };
  let asked = 0;
  await page.route('**/offline/en/tcp-tls.json', async (route) => {
    const list = await (await route.fetch()).json();
    await route.fulfill({ json: { ...list, variants: [item, 'tcp-tls/three-way-four-way/gone'] } });
  });
  await page.route('**/api/draws', (route) => {
    asked += 1;
    const isKnown = route.request().postDataJSON().item === item;
    return route.fulfill(isKnown ? { json: drawn } : { status: 503, json: {} });
  });
  await savePath(page, 'en');
  expect(asked).toBe(0);
  await panelAt(page)
    .getByRole('button', { name: /^Remove/ })
    .click();
  await expect(panelAt(page)).toContainText(words.removed);

  await person.becomeGuest();
  await savePath(page, 'en');
  await expect(panelAt(page)).toContainText(words.draws(1));
  const [learner, kept] = await page.evaluate(async (item) => {
    const { learner } = await (await fetch('/api/progress')).json();
    const opened = indexedDB.open('handrail.draws');
    await new Promise((resolve) => opened.addEventListener('success', resolve));
    const asked = opened.result.transaction('draws').objectStore('draws').get([learner.id, item]);
    await new Promise((resolve) => asked.addEventListener('success', resolve));
    return [learner.id, asked.result];
  }, item);
  expect(learner).toMatch(/^[\da-f-]{36}$/);
  expect(kept).toEqual(drawn);
});

test('removing a path frees all of it, and the worker with it', async ({ page, complaints, context }) => {
  complaints.expect(noNetwork);
  await savePath(page, 'en');
  await page.goto('/en/offline');
  await panelAt(page)
    .getByRole('button', { name: /^Remove/ })
    .click();
  await expect(panelAt(page).getByText(words.removed)).toBeVisible();
  expect(await everythingKept(page)).toEqual([]);
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await page.goto('/en');
  await context.setOffline(true);
  await expect(page.goto(lessonPath('en'))).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
});

test('after a correction the saved lesson says that there is a newer one, and fetching it replaces the old', async ({
  page,
  context,
  complaints,
}) => {
  test.slow();
  complaints.expect(noNetwork);
  const hash = await ordinaryBuild();
  const port = await freePort();
  const before = await startProduct({ port, build: hash });
  const { url, dataDir } = before;
  await savePath(page, 'en', url);
  await before.kill();

  const lesson = lessonPath('en');
  const [old, corrected] = ['Host A wants to talk to host B.', 'Host A wishes to talk to host B.'];
  const renewed = await renewedBuild(root, builds, hash, { address: lesson, from: old, to: corrected });
  const after = await startProduct({ port, dataDir, build: renewed });
  await page.goto(`${url}${lesson}`);
  await expect(page.getByText(corrected)).toBeVisible();
  await page.goto(`${url}${pathPage('en')}`);
  await expect(panelAt(page)).toContainText(words.stale);

  // Without a network it is still the old one, and says so.
  await context.setOffline(true);
  await page.goto(`${url}${lesson}`);
  await expect(page.getByText(old)).toBeVisible();
  await expect(page.getByText(words.stale)).toBeVisible();
  await context.setOffline(false);

  await page.goto(`${url}${pathPage('en')}`);
  await panelAt(page)
    .getByRole('button', { name: /Fetch the newer version/ })
    .click();
  await expect(panelAt(page)).toContainText(words.saved);
  await expect(panelAt(page)).not.toContainText(words.stale);
  expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
  await context.setOffline(true);
  await page.goto(`${url}${lesson}`);
  await expect(page.getByText(corrected)).toBeVisible();
  await after.kill();
  await forget(dataDir);
  forgetBuild(root, builds, renewed);
});

test('the size that is shown is what comes over the network', async ({ page, context }) => {
  await page.goto(pathPage('en'));
  const save = panelAt(page).getByRole('button', { name: words.save, exact: true });
  await expect(save).toBeVisible();
  const { bytes } = await (await page.request.get('/offline/en/tcp-tls.json')).json();
  await expect(panelAt(page)).toContainText(sizeText(bytes, 'en'));
  // What this page itself has fetched would come from the browser's own cache.
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.setCacheDisabled', { cacheDisabled: true });
  const asked = new Map<string, string>();
  const transferred = new Map<string, number>();
  network.on('Network.requestWillBeSent', ({ requestId, request }) => asked.set(requestId, request.url));
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    transferred.set(requestId, encodedDataLength),
  );
  await save.click();
  await expect(panelAt(page)).toContainText(words.saved);
  const files = [...transferred].filter(([id]) => !/\/offline\/|service-worker|\/api\//.test(asked.get(id) ?? '/api/'));
  const sum = files.reduce((total, [, length]) => total + length, 0);
  expect(sum / bytes).toBeGreaterThan(0.95);
  expect(sum / bytes).toBeLessThan(1.05);
});

test('a saving that breaks off goes on from there, and half a copy is never shown', async ({ page, complaints }) => {
  complaints.expect(noNetwork);
  await page.route('**/en/glossary', (route) => route.abort());
  // A file that was asked for before comes after: it must not make the bar go on.
  const broken = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/en/glossary'));
  await page.route('**/apple-icon', async (route) => {
    if (route.request().headers()['x-handrail-saving']) await broken;
    await route.continue();
  });
  await page.goto(pathPage('en'));
  await panelAt(page).getByRole('button', { name: words.save, exact: true }).click();
  await expect(panelAt(page).getByRole('alert')).toHaveText(words.faults.network);
  const arrived = (await everythingKept(page)).length;
  expect(arrived).toBeGreaterThan(5);
  await page.goto(lessonPath('en'));
  await expect(page.locator('html')).not.toHaveAttribute('data-saved-at');
  await page.unroute('**/en/glossary');
  await page.goto('/en/offline');
  const again: string[] = [];
  page.on('request', (request) => again.push(new URL(request.url()).pathname));
  await panelAt(page).getByRole('button', { name: words.tryAgain }).click();
  await expect(panelAt(page)).toContainText(words.saved);
  expect(again).toContain('/en/glossary');
  expect(again.filter((path) => path.startsWith('/_next/static/')).length).toBeLessThan(arrived);
});

test('a full device is said, with what to do, and what was there stays', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(StorageManager.prototype, 'estimate', { value: async () => ({ quota: 1000, usage: 900 }) });
  });
  await page.goto(pathPage('en'));
  await panelAt(page).getByRole('button', { name: words.save, exact: true }).click();
  await expect(panelAt(page).getByRole('alert')).toHaveText(words.faults.full);
});

test('a page that is not saved leads to the list of what is, in the language of its address', async ({
  page,
  context,
  complaints,
}) => {
  complaints.expect(noNetwork);
  await savePath(page, 'en');
  await context.setOffline(true);
  await page.goto('/zh/labs');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(offlineWords.zh.title);
  await expect(page.getByText(offlineWords.zh.instead)).toBeVisible();
  await page.goto('/en/account');
  await expect(page.getByText(words.instead)).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Three-way and four-way handshakes' }).click();
  await expect(page).toHaveURL(lessonPath('en'));
  await context.setOffline(false);
  await page.goto('/zh/labs');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(offlineWords.zh.title);
});

test('a worker that finds its caches in ruins does not stand in the way of a page', async ({ page }) => {
  await savePath(page, 'en');
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await (await caches.open(name)).put('/offline/record', new Response('{'));
    const cache = await caches.open('handrail.saved/en/other/1');
    await cache.put('/offline/record', new Response('not a list'));
  });
  for (const address of [lessonPath('en'), '/en', '/en/account', '/en/labs/tcp']) {
    const answer = await page.goto(address);
    expect(answer?.status()).toBeLessThan(400);
  }
});

test('at an address without https it says why saving does not go, and all else goes', async ({ baseURL }) => {
  const port = new URL(baseURL ?? '').port;
  const options = chromium();
  const args = [...(options.args ?? []), '--host-resolver-rules=MAP handrail.test 127.0.0.1'];
  const browser = await chromiumBrowser.launch({ ...options, args });
  const page = await browser.newPage();
  const failed: string[] = [];
  page.on('pageerror', (error) => failed.push(error.message));
  const origin = `http://handrail.test:${port}`;
  await page.goto(`${origin}${pathPage('en')}`);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await expect(panelAt(page)).toHaveText(words.insecure);
  await page.goto(`${origin}/zh/offline`);
  await expect(page.getByRole('main')).toContainText(offlineWords.zh.insecure);

  await page.goto(`${origin}${lessonPath('en')}`);
  const lab = await labAt(page, 'lab-open');
  await button(lab, labWords.en.step).click();
  await expect(scrub(lab)).toHaveAttribute('aria-valuetext', labWords.en.position(1, 5));
  const { item, right } = await firstQuestion('single-choice');
  const question = page.locator(`[data-quiz="${item}"]`);
  await question.locator(`input[value="${right.choice}"]`).check();
  await question.getByRole('button', { name: quizWords.en.check, exact: true }).click();
  await expect(question.getByText(quizWords.en.right).first()).toBeVisible();
  expect(failed).toEqual([]);
  await browser.close();
});

test('the site can be installed: a manifest in each language, with pictures that are there', async ({ page }) => {
  for (const locale of locales) {
    await page.goto(`/${locale}`);
    const address = (await page.locator('link[rel=manifest]').getAttribute('href')) ?? '';
    const manifest = await (await page.request.get(address)).json();
    expect(manifest).toMatchObject({ start_url: `/${locale}`, display: 'standalone', id: '/' });
    for (const { src, type } of manifest.icons) {
      const picture = await page.request.get(src);
      expect(picture.headers()['content-type']).toContain(type);
    }
    expect(manifest.icons.some(({ purpose }: { purpose?: string }) => purpose === 'maskable')).toBe(true);
    for (const { url } of manifest.shortcuts) expect((await page.request.get(url)).ok()).toBe(true);
  }
  const client = await page.context().newCDPSession(page);
  const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});

for (const locale of languages('zh'))
  test(`saving and the list of what is saved have no fault that axe finds (${locale})`, async ({ page }) => {
    await savePath(page, locale);
    for (const address of [pathPage(locale), `/${locale}/offline`]) {
      await page.goto(address);
      await expect(panelAt(page)).toHaveAttribute('data-copy', 'saved');
      expect((await axe(page).analyze()).violations).toEqual([]);
    }
  });
