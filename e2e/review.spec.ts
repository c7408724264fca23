import type { Page } from '@playwright/test';
import { curriculum } from '../lib/curriculum/read-curriculum';
import { objectiveOf } from '../lib/review/taught-cards';
import type { Locale } from '../lib/words/locale';
import { masteryWords } from '../lib/words/mastery';
import { quizWords } from '../lib/words/quiz';
import { reviewWords } from '../lib/words/review';
import { siteWords } from '../lib/words/site';
import { axe } from './fixtures/axe';
import { languages } from './fixtures/languages';
import { answeredBefore } from './fixtures/past-answers';
import { firstQuestion } from './fixtures/questions';
import { expect as expectSoon, test } from './fixtures/test';

/** A page may take its time to wake up on a busy machine. */
const expect = expectSoon.configure({ timeout: 20_000 });

const box = (page: Page, item: string) => page.locator(`[data-quiz="${item}"]`);

async function learnerOf(page: Page): Promise<string> {
  return page.evaluate(async () => (await (await fetch('/api/progress')).json()).learner.id);
}

/** A question, and what else its objective could draw: seen later, so that the question is what comes first. */
async function objectiveWith(item: string) {
  const taught = await curriculum();
  const own = taught.item(item);
  const lesson = own && taught.lessonById(own.lesson);
  const objective = own && objectiveOf(own);
  if (!lesson || !objective) throw new Error(`${item} has no objective`);
  const others = lesson.items.filter((other) => other.id !== item && objectiveOf(other) === objective);
  const elsewhere = lesson.items.find((other) => objectiveOf(other) !== objective);
  return { others: others.map(({ id }) => id), elsewhere: elsewhere?.id ?? '' };
}

/** Two objectives are due: the question's own, long forgotten, and another. */
async function cameBack(page: Page, item: string): Promise<void> {
  const { others, elsewhere } = await objectiveWith(item);
  await answeredBefore(await learnerOf(page), [
    { item, daysAgo: 40, right: false },
    ...others.map((other) => ({ item: other, daysAgo: 39, right: false })),
    { item: elsewhere, daysAgo: 12, right: true },
  ]);
}

async function isFaultless(page: Page): Promise<void> {
  const { violations } = await axe(page).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

function leftAt(page: Page, locale: Locale, count: number) {
  return page.getByText(reviewWords[locale].left(count), { exact: true });
}

for (const locale of languages('zh')) {
  const words = reviewWords[locale];

  test(`what was answered wrong weeks ago comes back, is answered, and the queue gets shorter (${locale})`, async ({
    page,
    person,
  }) => {
    const { item, right } = await firstQuestion('single-choice');
    await person.becomeGuest();
    await cameBack(page, item);
    await page.goto(`/${locale}/review`);
    await expect(leftAt(page, locale, 2)).toBeVisible();
    await expect(page.getByRole('navigation', { name: siteWords[locale].navigation }).first()).toContainText('2');
    await isFaultless(page);
    await box(page, item).locator(`input[value="${right.choice}"]`).check();
    await box(page, item).getByRole('button', { name: quizWords[locale].check, exact: true }).click();
    await expect(box(page, item)).toContainText(quizWords[locale].right);
    await page.getByRole('link', { name: words.next, exact: true }).click();
    await expect(leftAt(page, locale, 1)).toBeVisible();
    await expect(box(page, item)).toHaveCount(0);
    // Leaving midway: another visit finds the rest, and what was done counts.
    await page.goto(`/${locale}/progress`);
    await expect(page.getByText(masteryWords[locale].states.weak, { exact: true }).first()).toBeVisible();
    await isFaultless(page);
    await page.goto(`/${locale}/review`);
    await expect(leftAt(page, locale, 1)).toBeVisible();
    await expect(page.getByText(words.spent(1, 1, 10))).toBeVisible();
  });

  test(`nothing due says when the next is, and nothing answered says how it begins (${locale})`, async ({
    page,
    person,
  }) => {
    await page.goto(`/${locale}/review`);
    await expect(page.getByText(words.emptyTitle)).toBeVisible();
    await isFaultless(page);
    await person.becomeGuest();
    const { item } = await firstQuestion('single-choice');
    await answeredBefore(await learnerOf(page), [{ item, daysAgo: 0, right: true }]);
    await page.goto(`/${locale}/review`);
    await expect(page.getByText(words.nothingDue)).toBeVisible();
    await isFaultless(page);
  });
}

test('on a phone with the keyboard alone: put off, choose fewer minutes, go through the mistakes', async ({
  page,
  person,
}) => {
  const words = reviewWords.en;
  const { item } = await firstQuestion('single-choice');
  await page.setViewportSize({ width: 390, height: 844 });
  await person.becomeGuest();
  await cameBack(page, item);
  await page.goto('/en/review');
  await expect(box(page, item)).toBeVisible();
  await isFaultless(page);
  await page.getByRole('link', { name: words.notNow }).press('Enter');
  await expect(box(page, item)).toHaveCount(0);
  await expect(leftAt(page, 'en', 2)).toBeVisible();
  const minutes = page.getByRole('combobox', { name: words.settingLabel });
  await minutes.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForLoadState('networkidle');
  await page.goto('/en/review');
  await expect(minutes).toHaveValue('5');
  await page.getByRole('link', { name: words.drill }).press('Enter');
  await expect(page.getByRole('heading', { name: words.drillTitle })).toBeVisible();
  await expect(box(page, item)).toBeVisible();
  await isFaultless(page);
});

test('a task that comes back begins anew, whatever was done in it before', async ({ page, person }) => {
  const taught = await curriculum();
  const task = [...taught.items()].find(({ kind }) => kind === 'task');
  if (!task) throw new Error('no lesson has a task');
  const { others } = await objectiveWith(task.id);
  await person.becomeGuest();
  await answeredBefore(await learnerOf(page), [
    { item: task.id, daysAgo: 40, right: true },
    ...others.map((item) => ({ item, daysAgo: 39, right: true })),
  ]);
  await page.goto('/en/review');
  await expect(page.locator(`#task-${task.local}`)).toBeVisible();
  await isFaultless(page);
});
