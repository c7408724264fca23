import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { labWords } from '../lib/words/lab';
import type { Locale } from '../lib/words/locale';
import { previewWords } from '../lib/words/preview';
import { axe } from './fixtures/axe';
import { everyKindContent } from './fixtures/every-kind';
import { languages } from './fixtures/languages';
import { forget, handrail, type Product, startProduct } from './fixtures/product';
import { ordinaryBuild } from './fixtures/served-bytes';
import { expect as expectSoon, newCredentials, personAt, test } from './fixtures/test';

/** A page that compiles a text for the first time may take its time on a busy machine. */
const expect = expectSoon.configure({ timeout: 20_000 });

// One product, served from the ordinary build, with a draft beside the content that was built: as an author's folder is on a site.
test.describe.configure({ mode: 'default' });

const draft = 'kinds/every-kind';
const lesson = 'tcp-tls/three-way-four-way';
const author = newCredentials();

let product: Product;
let folder: string;
let inLesson: (name: string) => string;

const run = (...args: string[]) => handrail(args, { DATA_DIR: product.dataDir, CONTENT_DIRS: folder });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  folder = mkdtempSync(join(tmpdir(), 'handrail-drafts-'));
  cpSync(everyKindContent, folder, { recursive: true });
  inLesson = (name) => join(folder, 'kinds/01-every-kind', name);
  appendFileSync(inLesson('lesson.yaml'), '\ndraft: true\n');
  const build = await ordinaryBuild();
  product = await startProduct({ build, env: { CONTENT_DIRS: folder } });
  const page = await (await browser.newContext()).newPage();
  await personAt(page, product.url).signUp('en', author);
  await page.context().close();
  expect((await run('user', 'role', author.login, 'author')).code).toBe(0);
});

test.afterAll(async () => {
  await product?.stop();
  if (product) await forget(product.dataDir);
  if (folder) rmSync(folder, { recursive: true, force: true });
});

async function asAuthor(page: Page, locale: Locale = 'en'): Promise<void> {
  await personAt(page, product.url).signIn(author, locale);
}

/** Makes a link by the page's own form; returns its address. */
async function makeLink(page: Page, locale: Locale, withKeys: boolean): Promise<string> {
  const words = previewWords[locale];
  await page.goto(`${product.url}/${locale}/preview/${draft}`);
  if (withKeys) await page.getByLabel(words.shareKeys).check();
  await page.getByRole('button', { name: words.makeLink }).click();
  await page.waitForURL(/\?made=/);
  const address = page.getByRole('link', { name: new RegExp(`/${locale}/drafts/`) }).first();
  return (await address.getAttribute('href')) ?? '';
}

async function findings(page: Page) {
  const { violations } = await axe(page).analyze();
  return violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }));
}

for (const locale of languages('zh')) {
  const words = previewWords[locale];

  test(`an author finds every lesson, drafts marked, and what the check finds in each (${locale})`, async ({
    page,
  }) => {
    await asAuthor(page, locale);
    await page.goto(`${product.url}/${locale}/preview`);
    const row = page.locator(`[data-lesson="${draft}"]`);
    await expect(row.getByText(words.draft, { exact: true })).toBeVisible();
    await expect(page.locator(`[data-lesson="${lesson}"]`).getByText(words.published)).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await row.getByRole('link').click();
    await expect(page).toHaveURL(`${product.url}/${locale}/preview/${draft}`);
  });

  test(`a lesson is laid open in both languages, side by side or one below the other (${locale})`, async ({ page }) => {
    test.slow();
    await asAuthor(page, locale);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${product.url}/${locale}/preview/${draft}`);
    const questions = page.locator('section[aria-label$=" single"]');
    await expect(questions).toHaveCount(2);
    // The same question stands in each column, in that column's language.
    const [left, right] = [await questions.nth(0).boundingBox(), await questions.nth(1).boundingBox()];
    expect(left && right && left.x + left.width <= right.x).toBe(true);
    for (const at of [0, 1]) await expect(questions.nth(at)).toContainText('40922');
    await expect(questions.first().getByText(words.right, { exact: true })).toBeVisible();
    expect(await findings(page), 'light').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 390, height: 844 });
    const [above, below] = [await questions.nth(0).boundingBox(), await questions.nth(1).boundingBox()];
    expect(above && below && above.y + above.height <= below.y).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(await findings(page), 'dark, on a phone').toEqual([]);
  });

  test(`headings stand level, and a task's solution plays step by step until its goals are met (${locale})`, async ({
    page,
  }) => {
    test.slow();
    await asAuthor(page, locale);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${product.url}/${locale}/preview/${lesson}`);
    const heading = page.locator('h2#why-not-two, [data-section="why-not-two"] > h2');
    const tops = await heading.evaluateAll((all) => all.map((it) => Math.round(it.getBoundingClientRect().top)));
    expect(tops.length).toBe(2);
    expect(Math.abs((tops[0] ?? 0) - (tops[1] ?? 0))).toBeLessThan(8);
    await expect(page.getByText(words.draws, { exact: true }).first()).toBeVisible();
    const lab = page.locator('#solution-close-cleanly');
    await lab.scrollIntoViewIfNeeded();
    await expect(lab).toHaveAttribute('data-live', '');
    const goals = lab.getByRole('list', { name: labWords[locale].goals });
    await expect(goals.locator('[data-met]')).toHaveCount(0);
    const slider = lab.getByRole('slider');
    await slider.focus();
    await slider.press('End');
    await expect(goals.locator('li:not([data-met])')).toHaveCount(0);
  });

  test(`broken files are told with their place, above the text as it last could be drawn (${locale})`, async ({
    page,
  }) => {
    await asAuthor(page, locale);
    const before = readFileSync(inLesson('en.mdx'), 'utf8');
    await page.goto(`${product.url}/${locale}/preview/${draft}`);
    await expect(page.getByText(words.draftNote)).toBeVisible();
    try {
      writeFileSync(inLesson('en.mdx'), `${before}\nA tag <Quiz id="single" / that never ends.\n`);
      expect((await page.reload())?.status()).toBe(200);
      await expect(page.locator('[data-finding]').first()).toContainText(`en.mdx:${before.split('\n').length + 1}:`);
      await expect(page.getByText(words.lastSound)).toBeVisible();
      await expect(page.getByRole('region', { name: `${words.question} single`, exact: true }).first()).toBeVisible();
      expect(await findings(page)).toEqual([]);
    } finally {
      writeFileSync(inLesson('en.mdx'), before);
    }
    await page.reload();
    await expect(page.getByText(words.lastSound)).toHaveCount(0);
  });

  test(`a reviewer sees the draft by a link, and is told kindly that answers are not taken (${locale})`, async ({
    page,
    browser,
  }) => {
    test.slow();
    await asAuthor(page, locale);
    const link = await makeLink(page, locale, false);
    const reviewer = await (await browser.newContext()).newPage();
    const sent: string[] = [];
    reviewer.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url());
    });
    const response = await reviewer.goto(`${product.url}${link}`);
    expect(response?.headers()['cache-control']).toContain('no-store');
    await expect(reviewer.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
    // Not one byte of feedback or explanation.
    const html = (await response?.text()) ?? '';
    expect(html).not.toContain('An ACK names the next one');
    expect(html).not.toContain('确认号说的是下一个');
    const question = reviewer.locator('#single');
    await question.getByRole('radio').first().check();
    await question.getByRole('button', { name: words.check }).click();
    await expect(question.getByRole('status')).toHaveText(words.refused);
    expect(sent).toEqual([]);
    expect(await findings(reviewer)).toEqual([]);

    const withKeys = await makeLink(page, locale, true);
    await reviewer.goto(`${product.url}${withKeys}`);
    await expect(reviewer.getByText(words.sharedKeys)).toBeVisible();
    await expect(reviewer.locator('#single').getByText(words.right, { exact: true })).toBeVisible();
    expect(await findings(reviewer), 'with keys').toEqual([]);

    // Ended by its author, it is gone at once, as if it had never been.
    await page.goto(`${product.url}/${locale}/preview/${draft}`);
    await page.getByRole('listitem').filter({ hasText: withKeys }).getByRole('button', { name: words.endLink }).click();
    await page.waitForURL(/\?ended=/);
    expect((await reviewer.request.get(`${product.url}${withKeys}`)).status()).toBe(404);
    expect((await reviewer.request.get(`${product.url}${link}`)).status()).toBe(200);
    await reviewer.context().close();
  });
}

test('a link is made, listed and ended from the command line, by an author alone', async ({ request }) => {
  const made = await run('draft', 'link', draft, '--by', author.login, '--keys', '--days', '2');
  expect(made.code, made.said).toBe(0);
  const token = /\/en\/drafts\/([\w-]{64})/.exec(made.said)?.[1] ?? '';
  expect((await request.get(`${product.url}/zh/drafts/${token}`)).status()).toBe(200);
  expect((await run('draft', 'links', draft, '--by', author.login)).said).toContain(token);
  expect((await run('draft', 'end', `${product.url}/en/drafts/${token}`, '--by', author.login)).code).toBe(0);
  expect((await request.get(`${product.url}/zh/drafts/${token}`)).status()).toBe(404);
  const published = await run('draft', 'link', lesson, '--by', author.login);
  expect(published.code).toBe(1);
  expect(published.said).toContain(previewWords.en.faults['no-draft']);
});

test('nobody but an author sees a preview: others sign in first, or there is no such page', async ({
  page,
  request,
}) => {
  for (const path of ['/en/preview', `/zh/preview/${draft}`, `/en/preview/${lesson}`, '/en/preview/no/such']) {
    const answer = await request.get(`${product.url}${path}`, { maxRedirects: 0 });
    expect(answer.status(), path).toBe(307);
    expect(answer.headers().location).toContain('/sign-in?callbackUrl=');
  }
  await personAt(page, product.url).signUp('en');
  for (const path of ['/en/preview', `/zh/preview/${draft}`, `/en/preview/${lesson}`])
    expect((await page.request.get(`${product.url}${path}`)).status(), path).toBe(404);
});

test('a draft is in nothing that others are given: no page, list, search, map or saved copy', async ({ request }) => {
  const get = (path: string) => request.get(`${product.url}${path}`);
  expect((await get(`/en/learn/${draft}`)).status()).toBe(404);
  for (const path of ['/en', '/sitemap.xml', '/search/en/index.json', '/speculation.json', '/en/glossary'])
    expect(await (await get(path)).text(), path).not.toContain('every-kind');
  for (const wrong of ['x', 'A'.repeat(64), '..%2f..', '%00'])
    expect((await get(`/en/drafts/${wrong}`)).status(), wrong).toBe(404);
  const answered = await request.post(`${product.url}/api/answers`, {
    headers: { origin: product.url },
    data: { answers: [] },
  });
  expect([200, 400, 401]).toContain(answered.status());
});
