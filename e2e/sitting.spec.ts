import { assessedMarker, sittingLesson } from '../lib/attempts/test-sitting-content';
import { assign, closeSittings, shortenSittings } from './fixtures/assigned';
import { axe } from './fixtures/axe';
import { forget, type Product, startProduct } from './fixtures/product';
import { schools } from './fixtures/schools';
import { latestBuild, servedBytes } from './fixtures/served-bytes';
import { expect as expectSoon, test } from './fixtures/test';

const expect = expectSoon.configure({ timeout: 20_000 });

// One product with schools' own folders serves all of these, one after the other.
test.describe.configure({ mode: 'default' });

const exam = `${sittingLesson}/exam-ssh`;
let product: Product;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  product = await startProduct({ env: schools() });
});

test.afterAll(async () => {
  await product?.stop();
  if (product) await forget(product.dataDir);
});

/** Someone with a cookie of their own. */
class Visitor {
  #cookie = '';
  learnerId = '';

  async becomeGuest(): Promise<this> {
    const { reply, body } = await this.call('POST', '/api/guest', {});
    this.#cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    this.learnerId = String(JSON.parse(body).id);
    return this;
  }

  async call(method: string, path: string, sent?: object, headers: Record<string, string> = {}) {
    const reply = await fetch(product.url + path, {
      method,
      redirect: 'manual',
      headers: {
        origin: product.url,
        ...(sent ? { 'content-type': 'application/json' } : {}),
        ...(this.#cookie ? { cookie: this.#cookie } : {}),
        ...headers,
      },
      ...(sent ? { body: JSON.stringify(sent) } : {}),
    });
    return { reply, body: await reply.text() };
  }

  /** Everything that this visitor can fetch, without having been told an address that only a member has. */
  async everything(assignment: string): Promise<Map<string, string>> {
    const told = new Map<string, string>();
    const hear = async (method: string, path: string, sent?: object, headers?: Record<string, string>) => {
      const { body } = await this.call(method, path, sent, headers);
      told.set(`${method} ${path} ${JSON.stringify(sent ?? headers ?? '')}`, body);
      return body;
    };
    const site = await hear('GET', '/sitemap.xml');
    const listed = [...site.matchAll(/<loc>[^<]*?(\/(?:en|zh)[^<]*)<\/loc>/g)].map(([, path]) => path ?? '');
    const pages = [
      '',
      '/labs',
      '/glossary',
      '/review',
      '/progress',
      '/progress/export',
      '/offline',
      '/assignments',
      '/search?q=SSH',
    ];
    const mine = ['en', 'zh'].flatMap((locale) => [
      ...pages.map((page) => `/${locale}${page}`),
      `/${locale}/paths/ports`,
      `/${locale}/learn/${sittingLesson}`,
      `/${locale}/learn/${sittingLesson}?beside`,
      `/search/${locale}/index.json`,
      `/search/${locale}/text/${sittingLesson}`,
    ]);
    for (const path of new Set([...listed, ...mine])) {
      await hear('GET', path);
      await hear('GET', path, undefined, { rsc: '1' });
    }
    for (const path of [
      '/manifest.webmanifest',
      '/robots.txt',
      '/api/progress',
      `/api/drafts/${sittingLesson}`,
      '/api/notes',
    ])
      await hear('GET', path);
    const version = '0123456789abcdef';
    await hear('POST', '/api/draws', { item: exam });
    await hear('POST', '/api/hints', { item: exam, version });
    await hear('POST', '/api/give-up', { item: exam, version });
    await hear('POST', '/api/sittings', { assignment });
    const door = await hear('POST', '/api/sittings', { door: sittingLesson });
    const sitting = door.includes('"sitting"') ? JSON.parse(door).sitting.id : 'none';
    await hear('GET', `/api/sittings/${sitting}`);
    await hear('GET', `/en/sittings/${sitting}`);
    const response = { choice: 'a' };
    const answer = { id: crypto.randomUUID(), item: exam, version, response, seq: 1 };
    await hear('POST', '/api/answers', {
      answers: [answer, { ...answer, id: crypto.randomUUID(), sitting, assignment }],
    });
    return told;
  }
}

function leaksIn(told: ReadonlyMap<string, string>): string[] {
  return [...told].filter(([, body]) => body.includes(assessedMarker)).map(([address]) => address);
}

test.describe('an assessed question', () => {
  test('is in no byte of the build: no page, no data, no script, no search, no list for offline', () => {
    const builds = process.env.HANDRAIL_BUILDS ?? '.next/tests';
    const bytes = servedBytes(process.cwd(), builds, latestBuild(process.cwd(), builds));
    expect([...bytes].some(([, content]) => content.includes('Where does HTTPS listen'))).toBe(true);
    expect(leaksIn(bytes)).toEqual([]);
  });

  test('is told by no address to nobody, a guest, who is no member, or a member before and after its window', async () => {
    test.setTimeout(240_000);
    const [member, stranger] = [await new Visitor().becomeGuest(), await new Visitor().becomeGuest()];
    const early = await assign(product, member.learnerId, exam, { opens: 60, due: 120 });
    const missed = await assign(product, member.learnerId, exam, { opens: -120, due: -60 });
    // Another's assignment, open now.
    const open = await assign(product, stranger.learnerId, exam, { opens: -1, due: 60 });
    const [nobody, guest] = [new Visitor(), await new Visitor().becomeGuest()];
    expect(leaksIn(await nobody.everything(open))).toEqual([]);
    expect(leaksIn(await guest.everything(open))).toEqual([]);
    expect(leaksIn(await member.everything(open))).toEqual([]);
    expect(leaksIn(await member.everything(early))).toEqual([]);
    expect(leaksIn(await member.everything(missed))).toEqual([]);
    // Who may see it does: the search above would find what leaks.
    const told = await stranger.call('POST', '/api/sittings', { assignment: open });
    expect(told.body).toContain(assessedMarker);
    const { id } = JSON.parse(told.body).sitting;
    expect((await stranger.call('GET', `/en/sittings/${id}`)).body).toContain(assessedMarker);
    for (const other of [nobody, guest, member])
      for (const path of [`/api/sittings/${id}`, `/en/sittings/${id}`])
        expect((await other.call('GET', path)).body).not.toContain(assessedMarker);
    await closeSittings(product, stranger.learnerId);
    expect(leaksIn(await stranger.everything(open))).toEqual([]);
    for (const path of [`/api/sittings/${id}`, `/en/sittings/${id}`])
      expect((await stranger.call('GET', path)).body).not.toContain(assessedMarker);
  });
});

test.describe('“I know this”', () => {
  const lesson = () => `${product.url}/en/learn/${sittingLesson}`;

  test('is answered, handed in and told at the end, with what to read', async ({ page }) => {
    await page.goto(lesson());
    await page.getByRole('button', { name: 'I know this' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Port numbers' })).toBeVisible();
    const [first, second] = [page.locator('[data-quiz$="/https"]'), page.locator('[data-quiz$="/how-many"]')];
    await first.getByRole('radio', { name: '443' }).check();
    await first.getByRole('button', { name: 'Save my answer' }).click();
    await expect(first.getByRole('status')).toContainText('saved');
    await expect(second.getByRole('button', { name: 'Show the answer' })).toHaveCount(0);
    expect((await axe(page).analyze()).violations).toEqual([]);
    await page.getByRole('link', { name: 'Finish…' }).first().click();
    await expect(page.getByText('These have no answer yet:')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Question 2 of 2' })).toBeVisible();
    await page.getByRole('button', { name: 'Hand in' }).click();
    await expect(page.getByRole('link', { name: 'Say how many ports there are' })).toHaveAttribute(
      'href',
      /#how-many$/,
    );
    expect((await axe(page).analyze()).violations).toEqual([]);
  });

  test('completes the lesson when all is right', async ({ page }) => {
    await page.goto(lesson());
    await page.getByRole('button', { name: 'I know this' }).click();
    const [first, second] = [page.locator('[data-quiz$="/https"]'), page.locator('[data-quiz$="/how-many"]')];
    await first.getByRole('radio', { name: '443' }).check();
    await first.getByRole('button', { name: 'Save my answer' }).click();
    await expect(first.getByRole('status')).toContainText('saved');
    await second.getByRole('textbox').fill('65536');
    await second.getByRole('button', { name: 'Save my answer' }).click();
    await expect(second.getByRole('status')).toContainText('saved');
    await page.getByRole('link', { name: 'Finish…' }).first().click();
    await page.getByRole('button', { name: 'Hand in' }).click();
    await expect(page.getByText('All right. This lesson is complete.')).toBeVisible();
    const progress = await page.request.get(`${product.url}/api/progress`);
    expect(await progress.json()).toMatchObject({ lessons: { [sittingLesson]: { complete: true } } });
  });

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false });

    test('is a walk of plain forms', async ({ page }) => {
      await page.goto(lesson());
      await page.getByRole('button', { name: 'I know this' }).click();
      await page.getByRole('radio', { name: '80' }).check();
      await page.locator('[data-quiz$="/https"]').getByRole('button', { name: 'Save my answer' }).click();
      await expect(page.getByText('1 of 2 answered')).toBeVisible();
      await page.getByRole('link', { name: 'Finish…' }).first().click();
      await page.getByRole('button', { name: 'Hand in' }).click();
      await expect(page.getByText('That is HTTP.')).toBeVisible();
      await expect(page.getByRole('link', { name: 'Name well-known ports' })).toBeVisible();
    });
  });
});

test('a timed quiz counts down, goes on in another window, and is closed by the clock with what was saved', async ({
  page,
}) => {
  const post = async (path: string, data: object) => {
    const reply = await page.request.post(product.url + path, { data, headers: { origin: product.url } });
    return reply.json();
  };
  const learner = await post('/api/guest', {});
  const assignment = await assign(product, learner.id, exam, { opens: -1, due: 120 }, { minutes: 30 });
  const { sitting } = await post('/api/sittings', { assignment });
  const address = `${product.url}/en/sittings/${sitting.id}`;
  await page.goto(address);
  const timer = page.getByRole('timer');
  await expect(timer).toHaveText(/^(30:00|29:\d\d) left$/);
  const first = await timer.textContent();
  await expect(timer).not.toHaveText(first ?? '');
  const question = page.locator(`[data-quiz="${exam}"]`);
  await question.getByRole('radio').first().check();
  await question.getByRole('button', { name: 'Save my answer' }).click();
  await expect(question.getByRole('status')).toContainText('saved');
  expect((await axe(page).analyze()).violations).toEqual([]);
  await page.close();

  const other = await page.context().newPage();
  await other.goto(address);
  await expect(other.getByText('1 of 1 answered')).toBeVisible();
  await shortenSittings(product, learner.id, 8);
  await other.reload();
  await expect(other.getByRole('timer')).toHaveAttribute('data-short', 'true');
  await expect(other.getByText(/Closed by the clock .* 1 of 1 answered/)).toBeVisible();
  await expect(other.getByText('Scores can be seen once everybody’s time is over.')).toBeVisible();
  await expect(other.getByRole('button', { name: 'Save my answer' })).toHaveCount(0);
});

test('help comes one hint at a time, and the answer after a second thought', async ({ page }) => {
  await page.goto(`${product.url}/en/learn/${sittingLesson}`);
  const quiz = page.locator('[data-quiz$="/https"]');
  await quiz.getByRole('button', { name: 'Show a hint' }).click();
  await expect(quiz.getByText('It has three digits.')).toBeVisible();
  await expect(quiz.getByText('It begins with a 4.')).toHaveCount(0);
  await quiz.getByRole('button', { name: 'Show the next hint' }).click();
  await expect(quiz.getByText('It begins with a 4.')).toBeVisible();
  await quiz.getByRole('button', { name: 'Show the answer' }).click();
  await expect(quiz.getByText('it will come back in review')).toBeVisible();
  expect((await axe(page).include('[data-quiz$="/https"]').analyze()).violations).toEqual([]);
  await quiz.getByRole('button', { name: 'Show it' }).click();
  await expect(quiz.getByRole('region', { name: 'The answer' })).toContainText('443');
  await expect(quiz.getByRole('region', { name: 'The answer' })).toContainText('IANA gave it 443.');
});
