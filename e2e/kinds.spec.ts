import type { Locator, Page } from '@playwright/test';
import type { Locale } from '../lib/words/locale';
import { pointingWords } from '../lib/words/pointing';
import { quizWords } from '../lib/words/quiz';
import { quizTroubleWords } from '../lib/words/quiz-trouble';
import { answerByKeyboard, pressButtonByKeyboard, tabInto } from './fixtures/answer-by-keyboard';
import { answerByTouch, tapButton } from './fixtures/answer-by-touch';
import { axe } from './fixtures/axe';
import { type AskedKind, everyKind, everyKindLesson, type Sayings } from './fixtures/every-kind';
import { languages } from './fixtures/languages';
import { forget, type Product, startProduct } from './fixtures/product';
import { schools } from './fixtures/schools';
import { expect as expectSoon, test } from './fixtures/test';

/** A page may take its time to wake up on a busy machine. */
const expect = expectSoon.configure({ timeout: 20_000 });

// One product with a folder of one question of each kind serves all of these, one after the other.
test.describe.configure({ mode: 'default' });

let product: Product;
let asked: AskedKind[];

test.beforeAll(async () => {
  test.setTimeout(300_000);
  asked = await everyKind();
  product = await startProduct({ env: schools() });
});

test.afterAll(async () => {
  await product?.stop();
  if (product) await forget(product.dataDir);
});

type Hand = {
  answer(page: Page, box: Locator, sayings: Sayings, locale: Locale): Promise<void>;
  press(page: Page, box: Locator): Promise<void>;
};

const byKeyboard: Hand = { answer: answerByKeyboard, press: pressButtonByKeyboard };
const byTouch: Hand = { answer: answerByTouch, press: (_page, box) => tapButton(box) };

const boxOf = (page: Page, { id }: AskedKind) => page.locator(`[data-quiz="kinds/every-kind/${id}"]`);
/** What is said about an answer, to the eye and to a screen reader. */
const statusOf = (box: Locator) => box.locator('form > div > [role=status]');

/** Goes through every kind, blank, incomplete, wrong and right, and asks axe in each of these states. */
async function goThrough(page: Page, hand: Hand, locale: Locale): Promise<void> {
  const words = quizWords[locale];
  await page.goto(`${product.url}/${locale}/${everyKindLesson}`, { waitUntil: 'load' });
  expect(await findings(page), 'blank').toEqual([]);

  for (const one of asked.filter(({ missing }) => missing)) {
    await test.step(`${one.id}: nothing said is not wrong`, async () => {
      await hand.press(page, boxOf(page, one));
      await expect(statusOf(boxOf(page, one))).toHaveText(
        one.missing ? quizTroubleWords[locale].missing[one.missing] : '',
      );
    });
  }
  expect(await findings(page), 'incomplete').toEqual([]);

  for (const one of asked) {
    const { wrong } = one;
    if (!wrong) continue;
    await test.step(`${one.id}: wrong`, async () => {
      const box = boxOf(page, one);
      await hand.answer(page, box, wrong, locale);
      await expect(statusOf(box)).toContainText(words[wrong.earns]);
      await expect(statusOf(box)).toContainText(words.saved);
      await sayWhatChanged(box, one, wrong, locale);
    });
  }
  expect(await findings(page), 'wrong').toEqual([]);

  for (const one of asked) {
    await test.step(`${one.id}: right`, async () => {
      const box = boxOf(page, one);
      if (one.wrong) {
        await hand.press(page, box);
        // The focus is back in the question, where something is to be mended.
        await expect
          .poll(() => box.evaluate((it) => it.querySelector('fieldset')?.contains(document.activeElement)))
          .toBe(true);
      }
      await hand.answer(page, box, one.right, locale);
      await expect(statusOf(box)).toContainText(one.kind === 'written' ? words.received : words.right);
      if (one.kind !== 'written') await expect(box.getByRole('region', { name: words.why })).toBeVisible();
    });
  }
  expect(await findings(page), 'right').toEqual([]);
}

/** What a kind announces of itself while it is filled in. */
async function sayWhatChanged(box: Locator, one: AskedKind, { range, order }: Sayings, locale: Locale): Promise<void> {
  const own = box.locator('fieldset').getByRole('status');
  if (range) {
    const bytes = await box.getByRole('option').allInnerTexts();
    const hex = bytes.slice(range.from, range.to + 1).join(' ');
    await expect(own).toHaveText(pointingWords[locale].range(range.from, range.to, hex));
    await expect(box.locator('input[name=from]')).toHaveValue(String(range.from));
    await expect(box.locator('input[name=to]')).toHaveValue(String(range.to));
  }
  if (order && one.kind === 'ordering') await expect(own).toHaveText(/\d/);
}

async function findings(page: Page) {
  const { violations } = await axe(page).include('[data-quiz]').analyze();
  return violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }));
}

test('the folder has every kind there is', () => {
  const kinds = new Set(asked.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual([
    'categorising',
    'fill-in',
    'matching',
    'multiple-choice',
    'numeric',
    'ordering',
    'pointing',
    'prediction',
    'short-text',
    'single-choice',
    'written',
  ]);
});

test.describe('at a desk', () => {
  for (const locale of languages('en')) {
    const theme = locale === 'en' ? 'light' : 'dark';
    test(`every kind is answered by keyboard alone, with what it says announced (${locale}, ${theme})`, async ({
      page,
    }) => {
      test.setTimeout(240_000);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await goThrough(page, byKeyboard, locale);
    });
  }
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  for (const locale of languages('zh')) {
    const theme = locale === 'en' ? 'dark' : 'light';
    test(`every kind is answered by taps, and nothing is wider than 390 px (${locale}, ${theme})`, async ({ page }) => {
      test.setTimeout(240_000);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await goThrough(page, byTouch, locale);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    });
  }
});

test('the bytes of a dump are led through by arrows, and the range grows with Shift in both directions', async ({
  page,
}) => {
  await page.goto(`${product.url}/en/${everyKindLesson}`);
  const box = page.locator('[data-quiz="kinds/every-kind/bytes"]');
  await tabInto(page, box);
  const own = box.locator('fieldset').getByRole('status');
  await page.keyboard.press('ArrowDown');
  await expect(box.getByRole('option', { name: 'byte 16: ' })).toBeFocused();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(own).toHaveText(/^bytes 16 to 17: /);
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(own).toHaveText(/^bytes 15 to 16: /);
  await box.getByLabel(pointingWords.en.firstByte).fill('24');
  await box.getByLabel(pointingWords.en.lastByte).fill('27');
  await expect(own).toHaveText('bytes 24 to 27: 00 12 d6 87');
  await expect(box.getByRole('option', { selected: true })).toHaveCount(4);
});

test('without scripts, every kind but the order is a plain form that is answered and stored', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const one of asked.filter(({ kind }) => ['matching', 'categorising', 'prediction', 'pointing'].includes(kind))) {
    await page.goto(`${product.url}/en/${everyKindLesson}`);
    const box = boxOf(page, one);
    const { inputs, range } = one.right;
    const named = range ? { from: [String(range.from)], to: [String(range.to)] } : inputs;
    for (const [name, values] of Object.entries(named)) {
      const control = box.locator(`[name="${name}"]`);
      const first = control.first();
      const type = (await first.getAttribute('type')) ?? 'select';
      if (type === 'text') await first.fill(values[0] ?? '');
      else if (type === 'select') await first.selectOption(values[0] ?? '');
      else for (const value of values) await box.locator(`[name="${name}"][value="${value}"]`).check();
    }
    await box.locator('button[type=submit]').click();
    await expect(page, one.id).toHaveURL(/\/en\/attempts\//);
    await expect(page.getByRole('region', { name: quizWords.en.why })).toBeVisible();
  }
  await context.close();
});
