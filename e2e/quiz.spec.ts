import type { Locator, Page } from '@playwright/test';
import { attemptsWords } from '../lib/words/attempts';
import type { Locale } from '../lib/words/locale';
import { progressWords } from '../lib/words/progress';
import { quizWords } from '../lib/words/quiz';
import { quizTroubleWords } from '../lib/words/quiz-trouble';
import { axe } from './fixtures/axe';
import { languages } from './fixtures/languages';
import { lessonPath } from './fixtures/pages';
import { firstQuestion } from './fixtures/questions';
import { expect as expectSoon, newCredentials, personAt, test } from './fixtures/test';

/** A page may take its time to wake up on a busy machine. */
const expect = expectSoon.configure({ timeout: 20_000 });

/** One question on the open page, by what a learner sees of it. */
function questionAt(page: Page, item: string, locale: Locale) {
  const words = quizWords[locale];
  const box = page.locator(`[data-quiz="${item}"]`);
  return {
    box,
    option: (letter: string) => box.locator(`input[value="${letter}"]`),
    note: (letter: string) => box.locator(`[id$="-${letter}-note"]`),
    check: () => box.getByRole('button', { name: words.check, exact: true }).click(),
    tryAgain: () => box.getByRole('button', { name: words.tryAgain, exact: true }).click(),
    status: box.locator('form > div > [role=status]'),
  };
}

/** The answers that are listed on the page of one's progress. */
function listedAnswers(page: Page): Locator {
  return page.locator('tr', { has: page.locator('a[href*="/attempts/"]') });
}

const otherLetter = (letters: readonly { letter: string }[], right: string) =>
  letters.find(({ letter }) => letter !== right)?.letter ?? '';

async function answerRight(page: Page, locale: Locale): Promise<{ item: string; box: Locator; status: Locator }> {
  const { item, right } = await firstQuestion('single-choice');
  const question = questionAt(page, item, locale);
  await question.option(right.choice).check();
  await question.check();
  return { item, ...question };
}

for (const locale of languages('en')) {
  const words = quizWords[locale];

  test(`a wrong choice is told why beside it, a second try is right and explained, and a return shows it (${locale})`, async ({
    page,
    person,
  }) => {
    const { item, shown, right } = await firstQuestion('single-choice');
    await person.openLesson(locale);
    const question = questionAt(page, item, locale);
    const wrong = otherLetter(shown.options, right.choice);
    await question.option(wrong).check();
    await question.check();
    await expect(question.status).toContainText(words.wrong);
    await expect(question.status).toContainText(words.saved);
    await expect(question.note(wrong)).toHaveAttribute('data-mark', 'wrong');
    await expect(question.box.getByRole('region', { name: words.why })).toHaveCount(0);
    await question.tryAgain();
    await question.option(right.choice).check();
    await question.check();
    await expect(question.status).toContainText(words.right);
    await expect(question.box.getByRole('region', { name: words.why })).toBeVisible();
    await page.reload();
    await expect(question.status).toContainText(words.wasRight);
  });

  test(`several boxes: nothing ticked is not wrong, and what is missing is not given away (${locale})`, async ({
    page,
    person,
  }) => {
    const { item, right } = await firstQuestion('multiple-choice');
    await person.openLesson(locale);
    const question = questionAt(page, item, locale);
    await question.check();
    await expect(question.status).toHaveText(quizTroubleWords[locale].missing.choices);
    const [first = '', ...rest] = right.choices;
    await question.option(first).check();
    await question.check();
    await expect(question.status).toContainText(rest.length > 0 ? words.partly : words.right);
    if (rest.length === 0) return;
    await question.tryAgain();
    for (const letter of rest) await question.option(letter).check();
    await question.check();
    await expect(question.status).toContainText(words.right);
  });

  test(`a number is read as people and input methods write it (${locale})`, async ({ page, person }) => {
    const { item, right } = await firstQuestion('numeric');
    await person.openLesson(locale);
    const question = questionAt(page, item, locale);
    const number = question.box.getByRole('textbox');
    await question.check();
    await expect(question.status).toHaveText(quizTroubleWords[locale].missing.number);
    await number.fill('1,2');
    await question.check();
    await expect(question.status).toHaveText(quizTroubleWords[locale].missing['not-a-number']);
    const fullWidth = right.text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    for (const text of [Number(right.text).toLocaleString('en'), fullWidth]) {
      await number.fill(text);
      await question.check();
      await expect(question.status).toContainText(words.right);
    }
  });

  test(`steps are put in order with buttons and with keys (${locale})`, async ({ page, person }) => {
    const { item, right } = await firstQuestion('ordering');
    await person.openLesson(locale);
    const question = questionAt(page, item, locale);
    const order = () =>
      question.box.locator('input[name=order]').evaluateAll((all) => all.map((one) => one.getAttribute('value')));
    for (const [place, letter] of right.order.entries()) {
      const step = question.box.locator('li').filter({ has: page.locator(`input[value="${letter}"]`) });
      const later = step.getByRole('button', { name: words.earlier });
      for (let turns = (await order()).indexOf(letter) - place; turns > 0; turns--) {
        if (place % 2 === 0) await later.click();
        else await later.press('Alt+ArrowUp');
      }
    }
    expect(await order()).toEqual(right.order);
    await question.check();
    await expect(question.status).toContainText(words.right);
  });

  test(`without scripts a choice is a plain form that ends on the attempt (${locale})`, async ({ browser }) => {
    const { item, shown, right, lesson } = await firstQuestion('single-choice');
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const wrong = otherLetter(shown.options, right.choice);
    const addresses: string[] = [];
    for (const letter of [wrong, wrong, right.choice]) {
      await page.goto(lessonPath(locale));
      const question = questionAt(page, item, locale);
      await question.option(letter).check();
      await question.check();
      await expect(page).toHaveURL(new RegExp(`/${locale}/attempts/`));
      await expect(page.getByText(letter === wrong ? words.wasWrong : words.wasRight, { exact: true })).toBeVisible();
      addresses.push(page.url());
    }
    // The same answer twice is one attempt.
    expect(addresses[0]).toBe(addresses[1]);
    expect(addresses[2]).not.toBe(addresses[0]);
    await page.getByRole('link', { name: attemptsWords[locale].backToLesson }).click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/learn/${lesson}#`));
    await page.goto(`/${locale}/progress`);
    await expect(listedAnswers(page)).toHaveCount(2);
    await context.close();
  });

  test(`Done, the place and the answers lead on from the home page (${locale})`, async ({ page, person }) => {
    await person.openLesson(locale);
    await answerRight(page, locale);
    const heading = page.locator('article h2[id]').nth(1);
    await heading.scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: progressWords[locale].done }).click();
    await expect(page.getByRole('button', { name: progressWords[locale].undo })).toBeVisible();
    await page.goto(`/${locale}`);
    const card = page.getByRole('link', { name: new RegExp(progressWords[locale].goOn) });
    await expect(card).toHaveAttribute('href', new RegExp(`^/${locale}/learn/.+#`));
    await card.click();
    await expect(page.getByRole('button', { name: progressWords[locale].undo })).toBeVisible();
  });
}

test('a digit chooses and Enter hands in, while the question has the focus and nowhere else', async ({
  page,
  person,
}) => {
  const { item, shown, right } = await firstQuestion('single-choice');
  await person.openLesson('en');
  const question = questionAt(page, item, 'en');
  const place = shown.options.findIndex(({ letter }) => letter === right.choice) + 1;
  await page.keyboard.press(String(place));
  await expect(question.option(right.choice)).not.toBeChecked();
  await question.box.getByRole('radio').first().focus();
  await page.keyboard.press(String(place));
  await expect(question.option(right.choice)).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(question.status).toContainText(quizWords.en.right);
});

test('Enter that ends a composition of an input method hands nothing in', async ({ page, person }) => {
  const { item, right } = await firstQuestion('numeric');
  await person.openLesson('zh');
  const question = questionAt(page, item, 'zh');
  const number = question.box.getByRole('textbox');
  await number.fill(right.text);
  await number.evaluate((box) => {
    const during = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, isComposing: true });
    if (box.dispatchEvent(during)) box.closest('form')?.requestSubmit();
  });
  await expect(question.status).toBeEmpty();
  await number.press('Enter');
  await expect(question.status).toContainText(quizWords.zh.right);
});

test('what is chosen while the scripts are loading stays chosen and can be handed in', async ({ page }) => {
  const { item, right } = await firstQuestion('single-choice');
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(lessonPath('en'), { waitUntil: 'commit' });
  const question = questionAt(page, item, 'en');
  await question.option(right.choice).check();
  release();
  await expect(question.box.locator('form')).toHaveAttribute('novalidate', '');
  await expect(question.option(right.choice)).toBeChecked();
  await question.check();
  await expect(question.status).toContainText(quizWords.en.right);
});

test('an answer given without a connection is kept, and sent by itself on the next visit', async ({
  page,
  person,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED|Failed to load/);
  await person.openLesson('en');
  await page.route('**/api/answers', (route) => route.abort());
  const { item } = await answerRight(page, 'en');
  const question = questionAt(page, item, 'en');
  await expect(question.status).toHaveText(quizWords.en.waiting);
  await page.unroute('**/api/answers');
  await page.reload();
  await expect(question.status).toContainText(quizWords.en.right);
  await page.goto('/en/progress');
  await expect(listedAnswers(page)).toHaveCount(1);
});

test('who was signed out meanwhile is told so, and the answer goes out after signing in again', async ({
  page,
  person,
  context,
  complaints,
}) => {
  complaints.expect(/401/);
  const credentials = newCredentials();
  await person.signUp('en', credentials);
  await person.openLesson('en');
  await expect(page.locator('a[data-learner]').first()).toHaveText(credentials.login);
  // The session ends on another page of the same browser.
  const cookies = await context.cookies();
  await context.clearCookies();
  expect(cookies.length).toBeGreaterThan(0);
  const { item } = await answerRight(page, 'en');
  const question = questionAt(page, item, 'en');
  await expect(question.status).toContainText(quizWords.en.signedOut);
  await personAt(page).signIn(credentials);
  await page.goto(lessonPath('en'));
  // It may have gone out on the page after signing in; then the lesson says when.
  await expect(question.status).toContainText(/Right\.|: right$/);
});

test('an attempt is its learner’s own: nobody else finds it', async ({ page, person, browser, complaints }) => {
  complaints.expect(/404/);
  await person.openLesson('en');
  const { status } = await answerRight(page, 'en');
  await expect(status).toContainText(quizWords.en.saved);
  await page.goto('/en/progress');
  const address = await listedAnswers(page).first().locator('a[href*="/attempts/"]').first().getAttribute('href');
  if (!address) throw new Error('the attempt has no address');
  expect((await page.goto(address))?.status()).toBe(200);
  const other = await browser.newContext();
  const stranger = await other.newPage();
  await personAt(stranger).becomeGuest();
  expect((await stranger.goto(address))?.status()).toBe(404);
  await other.close();
});

test('a learner can take their data away', async ({ page, person }) => {
  await person.openLesson('en');
  const { item, status } = await answerRight(page, 'en');
  await expect(status).toContainText(quizWords.en.saved);
  const reply = await page.request.get('/en/progress/export');
  expect(reply.headers()['content-disposition']).toContain('attachment');
  expect(await reply.json()).toMatchObject({
    format: 'handrail-learner-2',
    tables: { attempt: [{ item, earned: 1 }] },
  });
});

for (const theme of ['light', 'dark'] as const) {
  test(`what is said about answers can be read by everyone (${theme})`, async ({ page, person }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await person.openLesson('zh');
    const single = await firstQuestion('single-choice');
    const ordering = await firstQuestion('ordering');
    const asked = questionAt(page, single.item, 'zh');
    await asked.option(otherLetter(single.shown.options, single.right.choice)).check();
    await asked.check();
    await expect(asked.status).toContainText(quizWords.zh.wrong);
    const ordered = questionAt(page, ordering.item, 'zh');
    await ordered.check();
    await expect(ordered.status).toContainText(quizWords.zh.saved);
    const numeric = questionAt(page, (await firstQuestion('numeric')).item, 'zh');
    await numeric.check();
    await expect(numeric.status).toHaveText(quizTroubleWords.zh.missing.number);
    const { violations } = await axe(page).include('[data-quiz]').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.goto('/zh/progress');
    await listedAnswers(page).first().locator('a[href*="/attempts/"]').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(attemptsWords.zh.attempt);
    const attempt = await axe(page).analyze();
    expect(attempt.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
}
