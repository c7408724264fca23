import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { accountWords } from '../lib/words/account';
import { labWords } from '../lib/words/lab';
import { outboxWords } from '../lib/words/outbox';
import { quizWords } from '../lib/words/quiz';
import { quizTroubleWords } from '../lib/words/quiz-trouble';
import { tcpViewWords } from '../lib/words/tcp-view';
import { button, labAt, scrub } from './fixtures/labs';
import { lessonPath } from './fixtures/pages';
import { newProfile } from './fixtures/profile';
import { firstQuestion } from './fixtures/questions';
import { storedAnswers } from './fixtures/stored';
import { expect as expectSoon, newCredentials, personAt, test } from './fixtures/test';

/** A page may take its time to wake up on a busy machine. */
const expect = expectSoon.configure({ timeout: 20_000 });
const words = quizWords.en;
const unsent = outboxWords.en;

async function numericAt(page: Page) {
  const { item, right } = await firstQuestion('numeric');
  const box = page.locator(`[data-quiz="${item}"]`);
  const number = box.getByRole('textbox');
  return {
    item,
    right: right.text,
    box,
    number,
    status: box.locator('form > div > [role=status]'),
    async answer(text: string) {
      await expect(box.locator('form')).toHaveAttribute('novalidate', '');
      await number.fill(text);
      await box.getByRole('button', { name: words.check, exact: true }).click();
    },
  };
}

/** The calls fail as without a network; the pages still come. */
const noAnswers = (context: BrowserContext) => context.route('**/api/answers', (route) => route.abort());

/** What this browser keeps of half-written answers. */
function keptDrafts(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('handrail');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('drafts').objectStore('drafts').getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result.map((draft) => JSON.stringify(draft.body)));
          };
        };
      }),
  );
}

test('twenty answers given without a network, over a reload and a restart of the browser, are stored once each and in order', async ({
  baseURL,
}) => {
  test.setTimeout(180_000);
  const profile = newProfile();
  const credentials = newCredentials();
  const { item } = await firstQuestion('numeric');
  const texts = Array.from({ length: 20 }, (_, at) => String(70_000 + at));

  let context = await profile.open(baseURL ?? '');
  let page = await context.newPage();
  await personAt(page, baseURL).signUp('en', credentials);
  await page.goto(lessonPath('en'));
  await expect(page.locator('a[data-learner]').first()).toHaveText(credentials.login);

  /** The network is gone; the lesson's own files come from outside the browser, as from a saved copy. */
  async function goOffline(): Promise<void> {
    await context.setOffline(true);
    await context.route(
      (url) => !url.pathname.startsWith('/api/'),
      async (route) => {
        const reply = await fetch(route.request().url());
        await route.fulfill({
          status: reply.status,
          headers: Object.fromEntries([...reply.headers].filter(([name]) => !/encoding|length/.test(name))),
          body: Buffer.from(await reply.arrayBuffer()),
        });
      },
    );
  }
  async function answerAll(some: readonly string[]): Promise<void> {
    for (const text of some) {
      const question = await numericAt(page);
      await question.answer(text);
      await expect(question.status).toHaveText(words.waiting);
    }
  }

  await goOffline();
  await answerAll(texts.slice(0, 7));
  await page.goto(lessonPath('en'));
  await expect((await numericAt(page)).status).toHaveText(words.waiting);
  await answerAll(texts.slice(7, 14));
  // The page goes first: it would see the network come back while the browser is taken down.
  await page.close();
  await context.close();

  context = await profile.open(baseURL ?? '');
  page = await context.newPage();
  await goOffline();
  await page.goto(lessonPath('en'));
  await answerAll(texts.slice(14));
  await context.unrouteAll();
  expect(await storedAnswers(credentials.login)).toEqual([]);

  await context.setOffline(false);
  await expect((await numericAt(page)).status).toContainText(words.saved);
  await expect.poll(async () => (await storedAnswers(credentials.login)).length).toBe(20);
  const stored = await storedAnswers(credentials.login);
  expect(stored.map(({ response }) => response.text)).toEqual(texts);
  expect(stored.map(({ ordinal }) => ordinal)).toEqual(texts.map((_, at) => at + 1));
  expect(new Set(stored.map((one) => one.item))).toEqual(new Set([item]));
  await context.close();
});

test('what was typed two seconds before the browser is killed is there when it is opened again', async ({
  baseURL,
}) => {
  test.setTimeout(120_000);
  const profile = newProfile();
  const credentials = newCredentials();
  let context = await profile.open(baseURL ?? '');
  await personAt(await context.newPage(), baseURL).signUp('en', credentials);
  // A closed browser has written its cookies; a killed one may not have.
  await context.close();

  context = await profile.open(baseURL ?? '');
  // The server hears of no draft: it must come from this device.
  await context.route('**/api/drafts/**', (route) => route.abort());
  let page = await context.newPage();
  await page.goto(lessonPath('en'));
  await expect(page.locator('a[data-learner]').first()).toHaveText(credentials.login);
  await (await numericAt(page)).number.pressSequentially('4092');
  const choice = await firstQuestion('multiple-choice');
  const letter = choice.shown.options.at(-1)?.letter ?? '';
  await page.locator(`[data-quiz="${choice.item}"] input[value="${letter}"]`).check();
  await expectSoon
    .poll(async () => (await keptDrafts(page)).join(), { timeout: 2_000, intervals: [50] })
    .toMatch(/(?=.*"4092")(?=.*"choice")/);
  await profile.kill();

  context = await profile.open(baseURL ?? '');
  await context.route('**/api/drafts/**', (route) => route.abort());
  page = await context.newPage();
  await page.goto(lessonPath('en'));
  await expect((await numericAt(page)).number).toHaveValue('4092');
  await expect(page.locator(`[data-quiz="${choice.item}"] input[value="${letter}"]`)).toBeChecked();
  await context.close();
});

test('a half-written answer is found on another device, and is gone when it was handed in', async ({
  page,
  person,
  browser,
}) => {
  const credentials = await person.signUp('en');
  await person.openLesson('en');
  await expect(page.locator('a[data-learner]').first()).toHaveText(credentials.login);
  const { number, right } = await numericAt(page);
  const ordering = await firstQuestion('ordering');
  const firstStep = (of: Page) => of.locator(`[data-quiz="${ordering.item}"] input[name=order]`).first();
  await number.fill('4092');
  const later = page.locator(`[data-quiz="${ordering.item}"]`).getByRole('button', { name: words.later });
  await later.first().click();
  const moved = await firstStep(page).getAttribute('value');
  const saved = page.waitForResponse((reply) => reply.url().endsWith(ordering.item) && reply.status() === 200);
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
  await saved;

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await personAt(other).signIn(credentials);
  await other.goto(lessonPath('en'));
  const there = await numericAt(other);
  await expect(there.number).toHaveValue('4092');
  await expect(firstStep(other)).toHaveAttribute('value', moved ?? '');
  await there.answer(right);
  await expect(there.status).toContainText(words.right);
  await other.reload();
  await expect(firstStep(other)).toHaveAttribute('value', moved ?? '');
  await expect(there.number).toHaveValue('');
  await elsewhere.close();
});

test('what was done in a lab is there after a reload and on another device, and its goals are said to be provisional', async ({
  page,
  person,
  browser,
}) => {
  const credentials = await person.signUp('en');
  await person.openLesson('en');
  await expect(page.locator('a[data-learner]').first()).toHaveText(credentials.login);
  const task = 'task-open-a-connection';
  const { callOf, calls, sides } = tcpViewWords.en;
  const lab = await labAt(page, task);
  await expect(lab.getByText(labWords.en.goalsSeenHere)).toBeVisible();
  await button(lab, callOf(calls.listen, sides.server)).click();
  await button(lab, callOf(calls.open, sides.client)).click();
  await expect.poll(async () => (await keptDrafts(page)).join()).toMatch(/listen.*open/);
  await page.reload();
  await expect(scrub(await labAt(page, task))).toHaveAttribute('aria-valuetext', labWords.en.position(2, 2));

  await button(lab, labWords.en.step).click();
  const saved = page.waitForResponse(
    (reply) => reply.url().includes('/api/drafts/') && reply.request().method() === 'PUT',
  );
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
  expect((await saved).status()).toBe(200);
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await personAt(other).signIn(credentials);
  await other.goto(lessonPath('en'));
  await expect(scrub(await labAt(other, task))).toHaveAttribute('aria-valuetext', labWords.en.position(3, 3));
  await elsewhere.close();
});

test('it is said within two seconds that an answer is not saved yet, and that it is once it is', async ({
  page,
  person,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED|Failed to load/);
  await person.openLesson('en');
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/api/answers', async (route) => {
    await held;
    await route.continue();
  });
  const { answer, status, right } = await numericAt(page);
  await answer(right);
  await expectSoon(status).toHaveText(words.saving, { timeout: 2_000 });
  await expectSoon(status).toHaveText(words.waiting, { timeout: 2_000 });
  release();
  await expect(status).toContainText(words.saved);
});

test('a reply that is swallowed after the answer was stored leads to one attempt', async ({
  page,
  person,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED|Failed to load/);
  const { login } = await person.signUp('en');
  await person.openLesson('en');
  let swallowed = 0;
  await page.route('**/api/answers', async (route) => {
    swallowed += 1;
    const reply = await route.fetch();
    expect(reply.status()).toBe(200);
    await (swallowed === 1 ? route.abort() : route.fulfill({ response: reply }));
  });
  const { answer, status, right } = await numericAt(page);
  await answer(right);
  await expect(status).toContainText(words.right);
  expect(swallowed).toBe(2);
  expect(await storedAnswers(login)).toHaveLength(1);
});

test('the server says when it wants to hear again, and is left alone until then', async ({
  page,
  person,
  complaints,
}) => {
  complaints.expect(/503/);
  await person.openLesson('en');
  let asked = 0;
  await page.clock.install();
  await page.route('**/api/answers', async (route) => {
    asked += 1;
    if (asked > 1) return route.continue();
    return route.fulfill({ status: 503, headers: { 'retry-after': '600' }, json: { error: { code: 'busy' } } });
  });
  const { answer, status, right } = await numericAt(page);
  await answer(right);
  await expect(status).toHaveText(words.waiting);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page.clock.runFor(590_000);
  expect(asked).toBe(1);
  await page.clock.runFor(20_000);
  await expect(status).toContainText(words.right);
});

for (const hours of [-24, 24]) {
  test(`a clock that is ${hours} hours off changes nothing`, async ({ page, person }) => {
    const { login } = await person.signUp('en');
    await page.clock.setSystemTime(Date.now() + hours * 3_600_000 + Math.sign(hours) * 60_000);
    await person.openLesson('en');
    const { answer, status, right } = await numericAt(page);
    await answer(right);
    await expect(status).toContainText(words.right);
    expect(await storedAnswers(login)).toHaveLength(1);
  });
}

test('who is signed out signs in again in place, and the answer goes out by itself', async ({
  page,
  person,
  context,
  complaints,
}) => {
  complaints.expect(/401/);
  const credentials = await person.signUp('en');
  await person.openLesson('en');
  await expect(page.locator('a[data-learner]').first()).toHaveText(credentials.login);
  await context.clearCookies();
  const { answer, box, status, number, right } = await numericAt(page);
  await answer(right);
  await expect(status).toHaveText(words.signedOut);
  await box.getByRole('button', { name: words.signIn, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: unsent.signIn.title });
  await dialog.getByLabel(accountWords.en.signIn.login, { exact: true }).fill(credentials.login);
  await dialog.getByLabel(accountWords.en.signIn.password, { exact: true }).fill('not this one');
  await dialog.getByRole('button', { name: accountWords.en.signIn.submit, exact: true }).click();
  await expect(dialog.getByRole('alert')).toHaveText(accountWords.en.faults.refused);
  await dialog.getByLabel(accountWords.en.signIn.password, { exact: true }).fill(credentials.password);
  await dialog.getByRole('button', { name: accountWords.en.signIn.submit, exact: true }).click();
  await expect(status).toContainText(words.right);
  await expect(dialog).toHaveCount(0);
  await expect(number).toHaveValue(right);
  expect(await storedAnswers(credentials.login)).toHaveLength(1);
});

test('who comes back after their session has ended does not go on as a guest, unless they say so', async ({
  page,
  person,
  context,
  complaints,
}) => {
  // A draft may be on its way to the account whose session ended.
  complaints.expect(/401/);
  const credentials = await person.signUp('en');
  await person.openLesson('en');
  await expect(page.locator('a[data-learner]').first()).toHaveText(credentials.login);
  await context.clearCookies();
  await page.reload();
  const { answer, box, status, number, right } = await numericAt(page);
  await answer(right);
  await expect(status).toHaveText(words.signedOut);
  await box.getByRole('button', { name: words.signIn, exact: true }).click();
  await page.getByRole('button', { name: unsent.signIn.asGuest, exact: true }).click();
  await expect(number).toHaveValue('');
  await expect(status).toHaveText(words.signedOut);
  await answer('7');
  await expect(status).toContainText(words.saved);
  await personAt(page).signIn(credentials);
  await page.goto(lessonPath('en'));
  await expect.poll(() => storedAnswers(credentials.login)).toMatchObject([{ response: { text: right } }]);
});

test('another person at the same browser neither sends nor sees the first one’s answers', async ({
  page,
  context,
  complaints,
}) => {
  test.setTimeout(120_000);
  complaints.expect(/ERR_FAILED|Failed to load|409/);
  const ada = newCredentials();
  const grace = newCredentials();
  await personAt(page).signUp('en', ada);
  await noAnswers(context);
  await page.goto(lessonPath('en'));
  await expect(page.locator('a[data-learner]').first()).toHaveText(ada.login);
  const mine = await numericAt(page);
  await mine.answer(mine.right);
  await expect(mine.status).toHaveText(words.waiting);
  const choice = await firstQuestion('single-choice');
  const draft = page.locator(`[data-quiz="${choice.item}"] input[value="${choice.right.choice}"]`);
  await draft.check();
  await expect.poll(async () => (await keptDrafts(page)).join()).toContain('"choice"');

  // The first one's page stays open in its tab; the second signs in in another.
  const second = await context.newPage();
  await second.goto('/en/account');
  await second.getByRole('button', { name: accountWords.en.account.signOut, exact: true }).click();
  await second.waitForURL('**/en');
  await personAt(second).signUp('en', grace);
  await second.goto(lessonPath('en'));
  await expect(second.locator('a[data-learner]').first()).toHaveText(grace.login);
  await expect(page.locator('a[data-learner]').first()).toHaveText(grace.login);
  await context.unroute('**/api/answers');
  for (const seen of [second, page]) {
    await seen.bringToFront();
    const { status, number, box, answer, right } = await numericAt(seen);
    await expect(box.locator('form')).toHaveAttribute('novalidate', '');
    await expect(number).toHaveValue('');
    await expect(seen.locator(`[data-quiz="${choice.item}"] input:checked`)).toHaveCount(0);
    // Whatever is sent from here has gone once an answer of their own is stored.
    await answer(right);
    await expect(status).toContainText(words.right);
  }
  await second.goto('/en/progress');
  await expect(second.getByText(unsent.title)).toHaveCount(0);
  expect(await storedAnswers(grace.login)).toHaveLength(2);
  expect(await storedAnswers(ada.login)).toEqual([]);

  await second.goto('/en/account');
  await second.getByRole('button', { name: accountWords.en.account.signOut, exact: true }).click();
  await second.waitForURL('**/en');
  await page.close();
  await personAt(second).signIn(ada);
  await second.goto(lessonPath('en'));
  await expect.poll(() => storedAnswers(ada.login)).toHaveLength(1);
  await expect(second.locator(`[data-quiz="${choice.item}"] input[value="${choice.right.choice}"]`)).toBeChecked();
});

test('what is written while an earlier answer is being sent again is a new answer', async ({
  page,
  person,
  context,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED|Failed to load/);
  const credentials = await person.signUp('en');
  await person.openLesson('en');
  await noAnswers(context);
  const { answer, box, number, status, right } = await numericAt(page);
  await answer('1');
  await expect(status).toHaveText(words.waiting);
  await number.fill(right);
  for (let again = 0; again < 2; again += 1) {
    const failed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/api/answers'));
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await failed;
  }
  await expect(status).not.toHaveText(words.waiting);
  await box.getByRole('button', { name: words.check, exact: true }).click();
  await expect(status).toHaveText(words.waiting);
  await context.unroute('**/api/answers');
  await box.getByRole('button', { name: words.sendAgain, exact: true }).click();
  await expect(status).toContainText(words.right);
  expect((await storedAnswers(credentials.login)).map(({ response }) => response.text)).toEqual(['1', right]);
});

test('answers that are not saved are counted, listed and can be downloaded', async ({
  page,
  person,
  context,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED|Failed to load/);
  await person.openLesson('en');
  await noAnswers(context);
  const { answer, box, status, item } = await numericAt(page);
  for (const text of ['1', '2']) {
    await answer(text);
    await expect(status).toHaveText(words.waiting);
  }
  await box.getByRole('button', { name: words.seeUnsent, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: unsent.title });
  await expect(dialog.getByRole('status')).toHaveText(unsent.count(2));
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: unsent.download, exact: true }).click();
  const file = JSON.parse(readFileSync(await (await downloading).path(), 'utf8'));
  expect(file).toMatchObject({
    format: 'handrail-unsent-1',
    answers: [
      { item, response: { text: '1' } },
      { item, response: { text: '2' } },
    ],
  });
  await page.keyboard.press('Escape');
  await page.goto('/en/progress');
  await expect(page.getByRole('heading', { name: unsent.title })).toBeVisible();
  await context.unroute('**/api/answers');
  await page.getByRole('button', { name: unsent.sendNow, exact: true }).click();
  await expect(page.getByText(unsent.none)).toBeVisible();
});

test('an answer that cannot be taken is kept, with the reason, until it was seen', async ({ page, person }) => {
  await person.openLesson('en');
  const { box, answer, status, right } = await numericAt(page);
  await expect(box.locator('form')).toHaveAttribute('novalidate', '');
  await page.route('**/api/answers', async (route) => {
    const sent = route.request().postDataJSON();
    for (const one of sent.answers) one.version = '0000000000000000';
    await route.continue({ postData: sent });
  });
  await answer(right);
  await expect(status).toHaveText(quizTroubleWords.en.whyRefused['unknown-version']);
  await page.reload();
  await expect(status).toHaveText(quizTroubleWords.en.whyRefused['unknown-version']);
  await box.getByRole('button', { name: words.dismiss, exact: true }).click();
  await expect(status).toBeEmpty();
  await page.reload();
  await expect(box.locator('form')).toHaveAttribute('novalidate', '');
  await expect(status).toBeEmpty();
});

test('where IndexedDB is refused an answer and a draft still survive a reload', async ({
  page,
  person,
  context,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED|Failed to load/);
  await context.addInitScript({
    content: `IDBFactory.prototype.open = () => { throw new DOMException('not here', 'SecurityError'); };`,
  });
  const { login } = await person.signUp('en');
  await noAnswers(context);
  await person.openLesson('en');
  await expect(page.locator('a[data-learner]').first()).toHaveText(login);
  const { answer, status, number, right } = await numericAt(page);
  await answer(right);
  await expect(status).toHaveText(words.waiting);
  await page.reload();
  await expect(status).toHaveText(words.waiting);
  await expect(number).toHaveValue(right);
  await context.unroute('**/api/answers');
  await page.reload();
  await expect(status).toContainText(words.right);
  expect(await storedAnswers(login)).toHaveLength(1);
});

test('answers are stored once when two tabs of one browser have them to send', async ({
  page,
  person,
  context,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED|Failed to load/);
  const { login } = await person.signUp('en');
  await noAnswers(context);
  await person.openLesson('en');
  await expect(page.locator('a[data-learner]').first()).toHaveText(login);
  const first = await numericAt(page);
  await first.answer('1');
  await expect(first.status).toHaveText(words.waiting);
  const tab = await context.newPage();
  await personAt(tab).openLesson('en');
  const second = await numericAt(tab);
  await expect(second.status).toHaveText(words.waiting);
  await second.answer('2');
  await expect(second.status).toHaveText(words.waiting);
  await context.unroute('**/api/answers');
  await Promise.all([page, tab].map((it) => it.evaluate(() => dispatchEvent(new Event('online')))));
  // Each tab hears what became of them, whichever of the two has sent them.
  await expect(first.status).toContainText(words.saved);
  await expect(second.status).toContainText(words.saved);
  expect((await storedAnswers(login)).map(({ response }) => response.text)).toEqual(['1', '2']);
});

test('what waited where an earlier edition of the page kept it is sent', async ({ page, person }) => {
  const { login } = await person.signUp('en');
  const { item, version, right } = await firstQuestion('numeric');
  await page.evaluate(
    ([item, version, text]) => {
      const id = '0b7e7d0c-8a53-4a39-9f0e-3f1f6f0f8a01';
      const answer = { id, item, version, response: { text }, seq: 3, learner: '' };
      localStorage.setItem(
        `handrail.answer.${id}`,
        JSON.stringify({ ...answer, answeredAt: new Date().toISOString() }),
      );
    },
    [item, version, right.text] as const,
  );
  await page.context().clearCookies();
  await page.evaluate(() => localStorage.removeItem('handrail.learner'));
  await person.openLesson('en');
  await expect((await numericAt(page)).status).toContainText(words.right);
  expect(await storedAnswers(login)).toEqual([]);
});
