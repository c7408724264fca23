import type { Locator, Page } from '@playwright/test';
import { certificateLabWords } from '../lib/words/certificate-lab';
import { certificateViewWords } from '../lib/words/certificate-view';
import { labWords } from '../lib/words/lab';
import type { Locale } from '../lib/words/locale';
import { expect, test } from './fixtures/test';

/** The lab's own page with one of its worlds, its drawings hidden: everything here is found by role and name. */
async function openWorld(
  page: Page,
  locale: Locale,
  world: keyof (typeof certificateViewWords)['en']['presets'],
): Promise<Locator> {
  await page.goto(`/${locale}/labs/certificate`);
  await page.addStyleTag({ content: 'svg { visibility: hidden }' });
  const lab = page.locator('section[data-live]');
  await page.locator('section[tabindex="-1"]').scrollIntoViewIfNeeded();
  await expect(lab).toBeVisible({ timeout: 30_000 });
  await page.getByRole('link', { name: certificateViewWords[locale].presets[world] }).click();
  return lab;
}

/** Reaches a control by its role and name and works it by the keyboard. */
async function press(lab: Locator, name: string): Promise<void> {
  const button = lab.getByRole('button', { name, exact: true });
  await button.focus();
  await button.press('Enter');
}

for (const locale of ['en', 'zh'] as const) {
  const words = certificateViewWords[locale];
  const said = certificateLabWords[locale];

  test(`${locale}: the checks of an expired certificate are run one by one, and the browser says why it stops`, async ({
    page,
  }) => {
    const lab = await openWorld(page, locale, 'expired');
    const bar = lab.getByRole('region', { name: words.addressBar });
    await expect(bar).toContainText(words.notJudged);
    for (let check = 0; check < 5; check += 1) await press(lab, words.checkNext);
    const dates = lab
      .getByRole('table', { name: words.checks })
      .getByRole('row', { name: new RegExp(`^${said.checks.dates.name}`) });
    await expect(dates).toContainText(said.outcomes.failed);
    await press(lab, words.checkAll);
    await expect(bar).toContainText('ERR_CERT_DATE_INVALID');
  });

  test(`${locale}: servers are judged in turn, each once`, async ({ page }) => {
    const lab = await openWorld(page, locale, 'six');
    await press(lab, words.accept);
    await expect(
      lab.getByRole('button', { name: `${words.visit}: www.shop.example, ${words.judgedRight}` }),
    ).toBeVisible();
    await press(lab, `${words.visit}: bank.example`);
    await lab.getByRole('combobox', { name: words.because }).selectOption('name');
    await press(lab, words.refuse);
    await expect(lab.getByRole('button', { name: `${words.visit}: bank.example, ${words.judgedWrong}` })).toBeVisible();
  });

  test(`${locale}: an authority of one’s own is made, signs, and is trusted`, async ({ page }) => {
    const lab = await openWorld(page, locale, 'own-authority');
    await press(lab, labWords[locale].step);
    await lab.getByRole('textbox', { name: words.id }).fill('mine');
    await lab.getByRole('textbox', { name: words.forNames }).fill('bank.example');
    await expect(lab.getByRole('combobox', { name: words.signer })).toHaveValue('my-root');
    await press(lab, words.sign);
    await lab.getByRole('textbox', { name: `${words.present}: ${words.presentHint}` }).fill('mine');
    await press(lab, words.presentShort);
    await lab.getByRole('textbox', { name: words.nameToAsk }).fill('bank.example');
    await press(lab, words.askName);
    await press(lab, words.checkAll);
    const bar = lab.getByRole('region', { name: words.addressBar });
    await expect(bar).toContainText('ERR_CERT_AUTHORITY_INVALID');
    await lab.getByRole('combobox', { name: words.certificate }).first().selectOption('my-root');
    await press(lab, words.trust);
    await press(lab, words.checkAll);
    await expect(bar).toContainText(words.secure);
  });
}
