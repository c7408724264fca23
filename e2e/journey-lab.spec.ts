import type { Locator, Page } from '@playwright/test';
import { journeyWords } from '../lib/words/journey';
import { journeyViewWords } from '../lib/words/journey-view';
import { labWords } from '../lib/words/lab';
import { axe } from './fixtures/axe';
import { hideDrawings } from './fixtures/labs';
import { languages } from './fixtures/languages';
import { expect, test } from './fixtures/test';

/** The lab's own page, worked by role, name and keyboard alone. */
async function open(page: Page, locale: 'en' | 'zh'): Promise<Locator> {
  await page.goto(`/${locale}/labs/journey`);
  await hideDrawings(page);
  await page.locator('section[tabindex="-1"]').scrollIntoViewIfNeeded();
  const lab = page.locator('section[data-live]');
  await expect(lab).toBeVisible({ timeout: 30_000 });
  return lab;
}

async function press(lab: Locator, name: string): Promise<void> {
  const button = lab.getByRole('button', { name, exact: true }).first();
  await button.focus();
  await button.press('Enter');
}

for (const locale of languages('zh')) {
  const words = journeyViewWords[locale];
  const said = journeyWords[locale];

  test(`${locale}: an address is typed, the page comes, and comes again from the cache`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const lab = await open(page, locale);
    // A field that suggests the sites is a combobox.
    const address = lab.getByRole('combobox', { name: words.address, exact: true });
    await address.fill('http://shop.example/');
    await address.press('Enter');
    await press(lab, words.finish);
    const rows = lab.getByRole('table', { name: words.waterfall }).getByRole('row');
    await expect(rows.nth(1)).toContainText('301');
    await expect(rows.filter({ hasText: 'main.css' })).toContainText('200');
    await expect(lab.getByRole('group', { name: words.facts })).toBeVisible();
    await rows.filter({ hasText: 'main.css' }).getByRole('button').press('Enter');
    await expect(lab.getByRole('combobox', { name: words.bytesOf }).locator('option').first()).toHaveText(
      words.objects.message(words.kinds.request),
    );
    await address.fill('http://shop.example/');
    await address.press('Enter');
    await press(lab, words.finish);
    await expect(rows.nth(1)).toContainText('307');
    await expect(rows.filter({ hasText: 'main.css' })).toContainText(words.caches.fresh);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    expect((await axe(page).analyze()).violations).toEqual([]);
  });

  test(`${locale}: a name that is not there is looked for, and the reason is named`, async ({ page }) => {
    const lab = await open(page, locale);
    const address = lab.getByRole('combobox', { name: words.address, exact: true });
    await address.fill('https://shpo.example/');
    await address.press('Enter');
    await press(lab, words.finish);
    await expect(lab).toContainText('NXDOMAIN');
    await lab.getByRole('combobox', { name: words.cause, exact: true }).selectOption(said.causes['name-missing']);
    await press(lab, words.sayCause);
    await expect(lab).toContainText(said.why({ code: 'diagnosed', cause: 'name-missing', right: true }, String));
    await expect(lab.getByText(labWords[locale].transcript).first()).toBeVisible();
  });
}
