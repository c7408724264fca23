import type { Locator, Page } from '@playwright/test';
import type { Locale } from '../lib/words/locale';
import { quizWords } from '../lib/words/quiz';
import { variantsWords } from '../lib/words/variants';
import { axe } from './fixtures/axe';
import { languages } from './fixtures/languages';
import { lessonPath } from './fixtures/pages';
import { expect as expectSoon, test } from './fixtures/test';

/** A page may take its time to wake up on a busy machine. */
const expect = expectSoon.configure({ timeout: 20_000 });

/** The lesson's question whose numbers are everyone's own: the acknowledgment number of a FIN after so many bytes. */
const item = 'tcp-tls/three-way-four-way/ack-of-the-fin';

function variantOn(page: Page): Locator {
  return page.locator(`[data-quiz="${item}"]`);
}

/** The numbers as the learner reads them. */
async function numbersIn(question: Locator): Promise<{ isn: number; bytes: number }> {
  const [isn = '', bytes = ''] = await question.locator('[data-hole]').allTextContents();
  expect(isn).toMatch(/^\d{7}$/);
  return { isn: Number(isn), bytes: Number(bytes.replace(',', '')) };
}

async function answer(question: Locator, value: number, locale: Locale): Promise<void> {
  await question.locator('input[name=number]').fill(String(value));
  await question.getByRole('button', { name: quizWords[locale].check, exact: true }).click();
}

for (const locale of languages('zh')) {
  const words = variantsWords[locale];
  const said = quizWords[locale];

  test(`a learner gets numbers, is told which thought led astray, and answers right with new ones (${locale})`, async ({
    page,
    person,
  }) => {
    await person.openLesson(locale);
    const question = variantOn(page);
    const status = question.locator('form > div > [role=status]');
    await expect(status).toHaveText(words.why);
    await question.getByRole('button', { name: words.get, exact: true }).click();
    await expect(question.locator('[data-hole]').first()).toHaveText(/\d/);
    const first = await numbersIn(question);
    await expect(status).toContainText(String(first.isn));

    await answer(question, first.isn + first.bytes + 1, locale);
    await expect(status).toContainText(said.wrong);
    await expect(question).toContainText(locale === 'en' ? 'Which things take a number?' : '哪些占号？');
    await question.getByRole('button', { name: words.next, exact: true }).click();
    await expect(question.locator('[data-hole]').first()).not.toHaveText(String(first.isn));

    const second = await numbersIn(question);
    await answer(question, second.isn + second.bytes + 2, locale);
    await expect(status).toContainText(said.right);
    // The explanation speaks of this learner's numbers.
    await expect(question.getByRole('region', { name: said.why })).toContainText(String(second.isn + second.bytes + 1));
    const found = await axe(page).include(`[data-quiz="${item}"]`).analyze();
    expect(found.violations).toEqual([]);
    await page.reload();
    await expect(variantOn(page)).toContainText(said.wasRight);
  });

  test(`without scripts the numbers come on a page of their own (${locale})`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(lessonPath(locale));
    await variantOn(page).getByRole('button', { name: words.get, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/draws/`));
    const { isn, bytes } = await numbersIn(variantOn(page));
    await answer(variantOn(page), isn + bytes + 2, locale);
    await expect(page).toHaveURL(new RegExp(`/${locale}/attempts/`));
    await expect(page.getByText(said.wasRight, { exact: true })).toBeVisible();
    await expect(page.locator('main')).toContainText(String(isn));
    await context.close();
  });
}

test('two learners get different numbers, and the same ones again on another page until they are answered', async ({
  browser,
}) => {
  const drawn: string[] = [];
  for (let learner = 0; learner < 2; learner += 1) {
    const context = await browser.newContext();
    for (let visit = 0; visit < 2; visit += 1) {
      const page = await context.newPage();
      await page.goto(lessonPath('en'));
      await variantOn(page).getByRole('button', { name: variantsWords.en.get, exact: true }).click();
      await expect(variantOn(page).locator('[data-hole]').first()).toHaveText(/\d/);
      drawn.push(JSON.stringify(await numbersIn(variantOn(page))));
      await page.close();
    }
    await context.close();
  }
  expect(drawn[0]).toBe(drawn[1]);
  expect(drawn[2]).toBe(drawn[3]);
  expect(drawn[0]).not.toBe(drawn[2]);
});
