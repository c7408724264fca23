import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';
import { accountWords } from '../lib/words/account';
import { analysisWords } from '../lib/words/analysis';
import { assignmentsWords } from '../lib/words/assignments';
import { classesWords } from '../lib/words/classes';
import { gradebookLearnerWords } from '../lib/words/gradebook-learner';
import { joinWords } from '../lib/words/join';
import { labWords } from '../lib/words/lab';
import { liveWords } from '../lib/words/live';
import type { Locale } from '../lib/words/locale';
import { quizWords } from '../lib/words/quiz';
import { rosterWords } from '../lib/words/roster';
import { sittingWords } from '../lib/words/sitting';
import { type Asked, askedChoice, solvedTask } from './fixtures/asked-choice';
import { axe } from './fixtures/axe';
import { handrail } from './fixtures/product';
import { expect as expectSoon, newCredentials, test } from './fixtures/test';

const expect = expectSoon.configure({ timeout: 20_000 });

test.use({ actionTimeout: 20_000 });

/** The whole story of one class, from an empty page to its grades in a file. */
for (const locale of ['en', 'zh'] as const)
  test(`an instructor makes a class, follows it, mends a question and takes the grades along (${locale})`, async ({
    page,
    browser,
    person,
    baseURL,
  }) => {
    test.setTimeout(240_000);
    const instructor = newCredentials();
    await person.signUp(locale, instructor);
    await makeInstructor(instructor.login);

    const home = await test.step('makes a class', () => makeClass(page, locale));
    await test.step('imports 30 learners', () => importLearners(page, home, locale));
    const cards = await test.step('prints cards', () => printCards(page, home, locale));
    const quiz = await askedChoice('assessed');
    const practice = await askedChoice('practice');
    await test.step('assigns practice', () => assign(page, home, locale, 'practice', practice));
    await test.step('assigns an assessed sitting', () => assign(page, home, locale, 'graded', quiz));

    await page.goto(`${home}/live`);
    await button(page, liveWords[locale].open).click();
    await expect(page.getByText(liveWords[locale].following)).toBeVisible();

    const [right, wrong] = await test.step('two learners come with their cards', () =>
      Promise.all(cards.slice(0, 2).map((card) => arrive(browser, baseURL ?? '', card, locale))));
    if (!right || !wrong) throw new Error('two cards were to be printed');
    await test.step('they answer, and the room shows it', async () => {
      await answerInLesson(right, practice, practice.right, locale);
      await answerInLesson(wrong, practice, practice.wrong, locale);
      const answers = page.locator('details', { hasText: practice.promptIn(locale) }).last();
      await expect(answers).toContainText(liveWords[locale].answers(2));
      await button(page, liveWords[locale].showRight).click();
      await expect(answers).toContainText(liveWords[locale].rightOf(1, 2));
    });
    await test.step('they sit the quiz', async () => {
      await sit(right, quiz, quiz.right, locale);
      await sit(wrong, quiz, quiz.wrong, locale);
    });
    await test.step('one works a task', () => handInTask(right));

    await test.step('sees the mistakes', async () => {
      await expect(async () => {
        await page.goto(`${home}/items/${quiz.item}`);
        await expect(chosen(page, quiz, locale)).toContainText('50', { timeout: 1_000 });
      }).toPass({ timeout: 60_000 });
      await fitsAndIsSound(page);
    });
    await test.step('replays an attempt', () => replay(page, home, cards[0]?.name ?? '', locale));

    await test.step('mends the question, and sees whose score changes', async () => {
      await page.goto(`${home}/items/${quiz.item}`);
      await chosen(page, quiz, locale).getByRole('link', { name: analysisWords[locale].accept }).click();
      await expect(page.getByText(analysisWords[locale].previewChanges(1))).toBeVisible();
      await expect(
        page
          .getByRole('cell', { name: cards[1]?.name ?? '' })
          .or(page.getByRole('rowheader', { name: cards[1]?.name ?? '' })),
      ).toBeVisible();
      await button(page, analysisWords[locale].apply.accept).click();
      await expect(page.getByText(analysisWords[locale].booked)).toBeVisible();
      await wrong.page.goto(`/${locale}/assignments`);
      await expect(wrong.page.getByText(assignmentsWords[locale].mine.score('1', '1'))).toBeVisible();
    });
    await test.step('takes the grades along', () => takeAlong(page, home, cards[1]?.name ?? ''));

    await test.step('every page of the class is sound, and fits a phone', async () => {
      for (const place of [
        '',
        '/gradebook',
        '/gradebook?show=assignments',
        '/items',
        '/assignments',
        '/roster',
        '/live',
        '/progress',
        '/settings',
      ]) {
        await page.goto(`${home}${place}`);
        await fitsAndIsSound(page);
      }
    });
    await Promise.all([right, wrong].map(({ context }) => context.close()));
  });

type Card = { readonly name: string; readonly login: string; readonly code: string };
type Learner = { readonly page: Page; readonly context: BrowserContext };

function button(within: Page | Locator, name: string): Locator {
  return within.getByRole('button', { name, exact: true });
}

/** The line of the wrong answer in the table of what was chosen. */
function chosen(page: Page, { wrong, textIn }: Asked, locale: Locale): Locator {
  const accept = page.getByRole('link', { name: analysisWords[locale].accept });
  return page.getByRole('row', { name: textIn(wrong, locale) }).filter({ has: accept });
}

async function makeInstructor(login: string): Promise<void> {
  const { code, said } = await handrail(['user', 'role', login, 'instructor'], {
    DATA_DIR: process.env.E2E_DATA_DIR ?? '',
  });
  expect(code, said).toBe(0);
}

/** Returns the address of the class's own page. */
async function makeClass(page: Page, locale: Locale): Promise<string> {
  const words = classesWords[locale];
  // What somebody is, is known for a second before it is asked again.
  await expect(async () => {
    await page.goto(`/${locale}/teach`);
    await expect(page.getByRole('link', { name: words.make, exact: true })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.getByRole('link', { name: words.make, exact: true }).click();
  await page.getByLabel(words.fields.name).fill('Networks <b>1</b>');
  await button(page, words.makeSubmit).click();
  await page.waitForURL(/\/teach\/classes\/[\da-f-]{36}/);
  await expect(page.getByRole('heading', { level: 1, name: 'Networks <b>1</b>' })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** A spreadsheet's own CSV: a mark at its beginning, semicolons, a column that nobody knows, one name that is a formula. */
async function importLearners(page: Page, home: string, locale: Locale): Promise<void> {
  const words = rosterWords[locale];
  const rows = Array.from({ length: 30 }, (_, at) => {
    const number = String(at + 1).padStart(2, '0');
    return `${at === 29 ? '=1+1' : `Learner ${number}`};${at % 2 === 0 ? 'A' : 'B'};green;S${number}`;
  });
  const file = `\u{feff}Name;Group;Favourite colour;Number\r\n${rows.join('\r\n')}\r\n`;
  await page.goto(`${home}/roster/import`);
  await page
    .getByLabel(words.importPage.file)
    .setInputFiles({ name: 'class.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await button(page, words.importPage.submit).click();
  await expect(page.getByText('Favourite colour')).toBeVisible();
  await expect(page.getByText(words.findings['is-formula'])).toBeVisible();
  await button(page, words.preview.all).click();
  await expect(page.getByText(words.said.imported(30))).toBeVisible();
}

async function printCards(page: Page, home: string, locale: Locale): Promise<Card[]> {
  const words = rosterWords[locale].cardsPage;
  await page.goto(`${home}/roster/cards`);
  await button(page, words.make(30)).click();
  await expect(page.getByText(words.print)).toBeVisible();
  const cards = await page.locator('main li').evaluateAll((sheet) =>
    sheet.map((card) => {
      const [login = '', code = ''] = [...card.querySelectorAll('code')].map((it) => it.textContent ?? '');
      return { name: card.querySelectorAll('p')[1]?.textContent ?? '', login, code };
    }),
  );
  expect(cards).toHaveLength(30);
  expect(new Set(cards.map(({ code }) => code)).size).toBe(30);
  return cards.filter(({ name }) => name.startsWith('Learner'));
}

async function assign(
  page: Page,
  home: string,
  locale: Locale,
  kind: 'practice' | 'graded',
  { item }: Asked,
): Promise<void> {
  const words = assignmentsWords[locale];
  await page.goto(`${home}/assignments/new?kind=${kind}`);
  await page.getByLabel(words.form.title[locale], { exact: true }).fill(`Week 1 ${kind}`);
  const tick = page.locator(`input[type="checkbox"][name="item"][value="${item}"]`);
  await unfold(tick);
  await tick.check();
  if (kind === 'graded') await page.getByLabel(words.form.feedbacks.now).check();
  await button(page, words.form.submit).click();
  await page.waitForURL(/\/assignments\/[\da-f-]{36}/);
  await expect(page.getByRole('heading', { level: 1, name: `Week 1 ${kind}` })).toBeVisible();
}

async function unfold(hidden: Locator): Promise<void> {
  for (const fold of await hidden.locator('xpath=ancestor::details').all())
    if ((await fold.getAttribute('open')) === null) await fold.locator('> summary').click();
}

/** A browser of one's own, the card typed, a password chosen. */
async function arrive(browser: Browser, baseURL: string, card: Card, locale: Locale): Promise<Learner> {
  const context = await browser.newContext({ baseURL, locale });
  const page = await context.newPage();
  await page.goto(`/${locale}/card`);
  await page.getByLabel(joinWords[locale].card.login).fill(card.login);
  await page.getByLabel(joinWords[locale].card.code).fill(card.code);
  await button(page, joinWords[locale].card.submit).click();
  await page.getByLabel(accountWords[locale].reset.password).fill(newCredentials().password);
  await button(page, accountWords[locale].reset.submit).click();
  await page.waitForURL((url) => !/\/(card|reset)/.test(url.pathname));
  await page.goto(`/${locale}/assignments`);
  await expect(page.getByText('Week 1 graded')).toBeVisible();
  return { page, context };
}

async function answerInLesson({ page }: Learner, asked: Asked, choice: string, locale: Locale): Promise<void> {
  await page.goto(`/${locale}/learn/${asked.lesson}#${asked.item.split('/')[2]}`);
  await choose(page.locator(`[id="${asked.item.split('/')[2]}"]`), asked, choice, locale);
}

async function sit({ page }: Learner, asked: Asked, choice: string, locale: Locale): Promise<void> {
  await page.goto(`/${locale}/assignments`);
  await button(page, assignmentsWords[locale].mine.begin).click();
  await page.waitForURL(/\/sittings\//);
  await choose(page.locator('main'), asked, choice, locale);
  await page.getByRole('link', { name: sittingWords[locale].handInStep }).first().click();
  await button(page, sittingWords[locale].handIn).click();
  await expect(page.getByText(sittingWords[locale].score(choice === asked.right ? '1' : '0', '1'))).toBeVisible();
}

async function choose(within: Locator, asked: Asked, choice: string, locale: Locale): Promise<void> {
  await within.getByRole('radio', { name: asked.textIn(choice, locale) }).check();
  const sent = within.page().waitForResponse((reply) => reply.url().endsWith('/api/answers') && reply.ok());
  await button(within, quizWords[locale].check).or(button(within, quizWords[locale].save)).first().click();
  await sent;
}

/** What the lab sends when a task is handed in. */
async function handInTask({ page }: Learner): Promise<void> {
  const { item, version, actions } = await solvedTask();
  const status = await page.evaluate(
    async (answer) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ answers: [{ ...answer, id: crypto.randomUUID(), seq: 900 }] });
      return (await fetch('/api/answers', { method: 'POST', headers, body })).status;
    },
    { item, version, response: { actions } },
  );
  expect(status).toBe(200);
}

async function replay(page: Page, home: string, name: string, locale: Locale): Promise<void> {
  await page.goto(`${home}/gradebook`);
  await page.getByRole('link', { name }).first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  // The latest is the task.
  await page.locator('a[href*="/attempts/"]').first().click();
  await expect(page.getByText(gradebookLearnerWords[locale].replayLede)).toBeVisible();
  await button(page, labWords[locale].step).first().click();
  await fitsAndIsSound(page);
}

async function takeAlong(page: Page, home: string, name: string): Promise<void> {
  await page.goto(`${home}/export`);
  const coming = page.waitForEvent('download');
  await page.locator('a[href*="/gradebook.csv"]').click();
  const file = await (await coming).createReadStream();
  const text = Buffer.concat(await file.toArray()).toString('utf8');
  expect(text.startsWith('\u{feff}')).toBe(true);
  expect(text.split('\r\n').find((line) => line.includes(name))).toContain('100');
  // A name that is a formula is text in the file.
  expect(text).toContain("'=1+1");
}

/** Nothing that axe finds, and at 390 px nothing wider than the page. */
async function fitsAndIsSound(page: Page): Promise<void> {
  const { violations } = await axe(page).analyze();
  expect(
    violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) })),
    page.url(),
  ).toEqual([]);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(beyond, `${page.url()} at 390 px`).toBeLessThanOrEqual(0);
  if (size) await page.setViewportSize(size);
}
