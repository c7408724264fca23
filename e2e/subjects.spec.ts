import { labWords } from '../lib/words/lab';
import { lessonWords } from '../lib/words/lesson';
import { offlineWords } from '../lib/words/offline';
import { processWords } from '../lib/words/process';
import { axe } from './fixtures/axe';
import { forget, type Product, startProduct } from './fixtures/product';
import { schools } from './fixtures/schools';
import { expect as expectSoon, test } from './fixtures/test';

/** A page may take its time to wake up on a busy machine. */
const expect = expectSoon.configure({ timeout: 20_000 });

// One product with a school's own folder serves all of these, one after the other.
test.describe.configure({ mode: 'default' });

let product: Product;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  product = await startProduct({ env: schools() });
});

test.afterAll(async () => {
  await product?.stop();
  if (product) await forget(product.dataDir);
});

const germination = '/learn/seed-biology/germination';

test('a path of biology in Chinese alone is read, played and solved by roles and names, in both themes', async ({
  page,
}) => {
  await page.goto(`${product.url}/zh${germination}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('种子怎样醒来');
  await expect(page.getByText(lessonWords.zh.onlyInOther)).toHaveCount(0);

  const trace = page.getByRole('img', { name: lessonWords.zh.traceOf(processWords.zh.name, '只浇水，不升温') });
  await expect(trace).toBeVisible();
  await page.getByText(lessonWords.zh.traceTable).click();
  await expect(page.getByRole('table', { name: '只浇水，不升温' }).getByRole('row')).toHaveCount(5);

  const formula = page.locator('math').first();
  await expect(formula).toBeVisible();
  await expect(formula.locator('annotation')).toContainText('\\frac');
  // What a lab computes stands in the question.
  await expect(page.getByText('演示结束时含水量是50%')).toBeVisible();

  // A style sheet of the page's own: one that is put into it would be refused by its policy.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('svg { display: none !important }');
    document.adoptedStyleSheets = [sheet];
  });
  const task = page.getByRole('region', { name: labWords.zh.region(labWords.zh.task, '让种子萌发') });
  await task.scrollIntoViewIfNeeded();
  await expect(task).toHaveAttribute('data-live', '');
  for (const name of ['浇水', '浇水', '升温5 °C', '升温5 °C', '过一天'])
    await task.getByRole('button', { name, exact: true }).click();
  const states = task.getByRole('list', { name: processWords.zh.states });
  await expect(states.getByRole('listitem').filter({ hasText: '萌发' })).toContainText(processWords.zh.now);
  await expect(task.getByText(labWords.zh.goalsMet(2, 2))).toBeAttached();
  await task.getByRole('button', { name: labWords.zh.handIn }).click();
  await expect(task.getByText(labWords.zh.solved)).toBeVisible();

  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    const { violations } = await axe(page).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  }
});

test('what cannot be done now says why when it is pressed', async ({ page }) => {
  await page.goto(`${product.url}/zh${germination}`);
  const task = page.getByRole('region', { name: labWords.zh.region(labWords.zh.task, '让种子萌发') });
  await task.scrollIntoViewIfNeeded();
  await expect(task).toHaveAttribute('data-live', '');
  const warm = task.getByRole('button', { name: '升温5 °C', exact: true });
  // It stays in its place and can be pressed, by keyboard as well.
  await warm.focus();
  for (let times = 0; times < 6; times += 1) await page.keyboard.press('Enter');
  await expect(task.getByText('这间屋子最热就到30 °C。').first()).toBeVisible();
});

test('a sound is played on demand, comes in parts, and can be read', async ({ page, request }) => {
  await page.goto(`${product.url}/zh${germination}`);
  const sound = page.locator('audio');
  await expect(sound).toHaveAttribute('preload', 'none');
  expect(await sound.evaluate((it: HTMLAudioElement) => it.paused && !it.autoplay)).toBe(true);
  await page.locator('figure').filter({ has: sound }).getByText(lessonWords.zh.transcript).click();
  await expect(page.getByText('豆荚裂开；停半秒')).toBeVisible();

  const address = (await sound.locator('source').getAttribute('src')) ?? '';
  expect(address).toMatch(/^\/media\/[\w-]{22}\/pod\.wav$/);
  const part = await request.get(product.url + address, { headers: { range: 'bytes=0-3' } });
  expect(part.status()).toBe(206);
  expect((await part.body()).toString()).toBe('RIFF');
  const played = await sound.evaluate(async (it: HTMLAudioElement) => {
    it.load();
    await it.play();
    return it.duration;
  });
  expect(played).toBeCloseTo(1.2, 1);
  const list = await request.get(`${product.url}/offline/zh/seed-biology.json`);
  expect(await list.text()).toContain(address);
});

test('a film has captions that come with it, words to read, and is played by the keyboard', async ({
  page,
  request,
}) => {
  await page.goto(`${product.url}/zh${germination}`);
  const film = page.getByLabel('一粒种子发芽', { exact: true });
  const track = film.locator('track');
  await expect(track).toHaveAttribute('kind', 'captions');
  await expect(track).toHaveAttribute('srclang', 'zh-Hans');
  const captions = await request.get(product.url + ((await track.getAttribute('src')) ?? ''));
  expect(captions.headers()['content-type']).toBe('text/vtt; charset=utf-8');

  await film.scrollIntoViewIfNeeded();
  await film.focus();
  await page.keyboard.press('Space');
  await expect.poll(() => film.evaluate((it: HTMLVideoElement) => it.currentTime)).toBeGreaterThan(0);
  await expect.poll(() => film.evaluate((it: HTMLVideoElement) => [...(it.textTracks[0]?.cues ?? [])].length)).toBe(2);
  const transcript = page.locator('figure').filter({ has: film });
  await transcript.getByText(lessonWords.zh.transcript).click();
  await expect(transcript.getByText('一根绿芽向上弯着长出来')).toBeVisible();
});

test('the sound and the film of a saved path play without a network, captions too', async ({
  page,
  context,
  complaints,
}) => {
  test.slow();
  complaints.expect(/ERR_INTERNET_DISCONNECTED/);
  await page.goto(`${product.url}/zh/paths/seed-biology`);
  const panel = page.locator('[data-copy]');
  await panel.getByRole('button', { name: offlineWords.zh.save, exact: true }).click();
  await expect(panel).toHaveAttribute('data-copy', 'saved');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await page.goto(`${product.url}/zh${germination}`);
  await expect(page.locator('html')).toHaveAttribute('data-saved-at', /^20/);
  for (const player of [page.locator('audio'), page.locator('video')]) {
    const length = await player.evaluate(async (it: HTMLMediaElement) => {
      it.muted = true;
      it.load();
      await it.play();
      await new Promise((ended) => it.addEventListener('ended', ended, { once: true }));
      return it.currentTime;
    });
    expect(length).toBeGreaterThan(1);
  }
  await expect
    .poll(() => page.locator('video').evaluate((it: HTMLVideoElement) => [...(it.textTracks[0]?.cues ?? [])].length))
    .toBe(2);
});

test('in the other language the page says kindly what it is, and only the written one is listed', async ({
  page,
  request,
}) => {
  await page.goto(`${product.url}/en${germination}`);
  await expect(page.getByText(lessonWords.en.onlyInOther)).toBeVisible();
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/zh\/learn\/seed-biology\/germination$/);
  await page.goto(`${product.url}/en/paths/seed-biology`);
  await expect(page.getByText(lessonWords.en.onlyInOther)).toBeVisible();
  const sitemap = await (await request.get(`${product.url}/sitemap.xml`)).text();
  expect(sitemap).toContain(`/zh${germination}`);
  expect(sitemap).not.toContain(`/en${germination}`);
});

test('the process lab stands by itself, and a run is a link', async ({ page }) => {
  await page.goto(`${product.url}/en/labs/process`);
  const lab = page.getByRole('region', { name: labWords.en.region(processWords.en.name, processWords.en.freePlay) });
  await expect(lab).toHaveAttribute('data-live', '');
  await page.getByRole('link', { name: processWords.en.presets.seed }).click();
  await expect(lab.getByText('Dry seed').first()).toBeAttached();
  await lab.getByRole('button', { name: 'Water it', exact: true }).click();
  await expect(page).toHaveURL(/#run=1\./);
});
