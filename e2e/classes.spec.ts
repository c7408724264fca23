import type { Page } from '@playwright/test';
import { accountWords } from '../lib/words/account';
import { classesWords } from '../lib/words/classes';
import { joinWords } from '../lib/words/join';
import type { Locale } from '../lib/words/locale';
import { rosterWords } from '../lib/words/roster';
import { axe } from './fixtures/axe';
import { languages } from './fixtures/languages';
import { handrail } from './fixtures/product';
import { expect, newCredentials, personAt, test } from './fixtures/test';

/** An instructor of the site, signed in, with a class; returns the class's address. */
async function makeClass(page: Page, locale: Locale, name: string): Promise<string> {
  const words = classesWords[locale];
  const { login } = await personAt(page).signUp(locale);
  const made = await handrail(['user', 'role', login, 'instructor'], { DATA_DIR: process.env.E2E_DATA_DIR ?? '' });
  expect(made).toMatchObject({ code: 0 });
  // Who somebody is is known for a second before it is asked again.
  await expect(async () => {
    await page.goto(`/${locale}/teach`);
    await expect(page.getByRole('link', { name: words.make })).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.getByRole('link', { name: words.make }).click();
  await page.getByLabel(words.fields.name, { exact: true }).fill(name);
  await page.getByRole('button', { name: words.makeSubmit }).click();
  await expect(page.getByText(words.said.made)).toBeVisible();
  return new URL(page.url()).pathname;
}

for (const locale of languages('en')) {
  test(`an instructor makes a class, a learner joins by its code, and a roster and cards follow (${locale})`, async ({
    page,
    browser,
  }) => {
    test.setTimeout(120_000);
    const [roster, join] = [rosterWords[locale], joinWords[locale]];
    const name = 'Networks <b>1</b>';
    const home = await makeClass(page, locale, name);
    expect((await axe(page).analyze()).violations).toEqual([]);
    const address = (await page.getByRole('link', { name: /\/join\// }).getAttribute('href')) ?? '';

    const other = await (await browser.newContext()).newPage();
    await other.goto(`/${locale}/join`);
    await other.getByLabel(join.code, { exact: true }).fill(address.split('/').at(-1)?.toLowerCase() ?? '');
    await other.getByRole('button', { name: join.look }).click();
    // Who has no account is not told yet whose code it is.
    await expect(other.getByRole('link', { name: join.makeAccount })).toBeVisible();
    expect(await other.content()).not.toContain('Networks');
    await other.getByRole('link', { name: join.makeAccount }).click();
    const { login, password } = newCredentials();
    await other.getByLabel(accountWords[locale].signIn.login, { exact: true }).fill(login);
    await other.getByLabel(accountWords[locale].signIn.password, { exact: true }).fill(password);
    await other.getByRole('button', { name: accountWords[locale].signUp.submit, exact: true }).click();
    await expect(other.getByRole('heading', { name })).toBeVisible();
    await other.getByRole('button', { name: join.submit }).click();
    await expect(other.getByText(join.already)).toBeVisible();
    expect((await other.goto(`${home}/roster`))?.status()).toBe(404);

    await page.goto(`${home}/roster/import`);
    const buffer = Buffer.from('\uFEFF学号;姓名;小组;Shoe size\n1;林小雨;甲;37\n2;王芳;乙;38\n3;;乙;\n');
    await page.getByLabel(roster.importPage.file).setInputFiles({ name: '名册.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: roster.importPage.submit }).click();
    await expect(page.getByText(roster.preview.unknownColumns('Shoe size'))).toBeVisible();
    await expect(page.getByRole('cell', { name: 'B4' })).toBeVisible();
    expect((await axe(page).analyze()).violations).toEqual([]);
    await page.getByRole('button', { name: roster.preview.skip(1) }).click();
    await expect(page.getByText(roster.said.imported(2))).toBeVisible();
    expect((await axe(page).analyze()).violations).toEqual([]);

    await page.getByRole('link', { name: roster.cards }).click();
    await page.getByRole('button', { name: roster.cardsPage.make(2) }).click();
    await expect(page.getByText(roster.cardsPage.print)).toBeVisible();
    const [typed = '', code = ''] = await page.locator('li code').allTextContents();
    await other.context().clearCookies();
    await other.goto(`/${locale}/card`);
    await other.getByLabel(join.card.login).fill(typed);
    await other.getByLabel(join.card.code, { exact: true }).fill(code.toLowerCase());
    await other.getByRole('button', { name: join.card.submit }).click();
    await other.getByLabel(accountWords[locale].reset.password, { exact: true }).fill(password);
    await other.getByRole('button', { name: accountWords[locale].reset.submit }).click();
    await other.waitForURL((url) => !url.pathname.endsWith('/reset'));
    await other.goto(`/${locale}/join`);
    await expect(other.getByText(name)).toBeVisible();
  });
}

test('hides names from staff, copies and erases, all without scripts', async ({ browser }) => {
  test.setTimeout(120_000);
  const words = classesWords.en;
  const signing = await (await browser.newContext()).newPage();
  const home = await makeClass(signing, 'en', 'Networks 2');
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await signing.context().storageState(),
  });
  const page = await context.newPage();
  await page.goto(`${home}/roster`);
  await page.getByLabel(rosterWords.en.addName, { exact: true }).fill('Zebulon Quirk');
  await page.getByRole('button', { name: rosterWords.en.addSubmit, exact: true }).click();
  await expect(page.getByText(rosterWords.en.said.made(1))).toBeVisible();
  await page.goto(`${home}/settings`);
  await page.getByLabel(words.fields.isPseudonymous).check();
  await page.getByRole('button', { name: words.settings.submit }).first().click();
  await expect(page.getByText(words.fields.saved)).toBeVisible();
  for (const place of ['', '/roster', '/gradebook', '/roster/cards', '/progress', '/items']) {
    await page.goto(`${home}${place}`);
    expect(await page.content(), place).not.toMatch(/zebulon|quirk/i);
  }
  await page.goto(`${home}/copy`);
  await page.getByLabel(words.copy.firstDay).fill('2027-03-01');
  await page.getByRole('button', { name: words.copy.submit }).click();
  await expect(page.getByText(words.said.copied)).toBeVisible();
  await page.goto(`${new URL(page.url()).pathname}/settings`);
  await page.getByText(words.settings.eraseTitle).click();
  await page.getByLabel(words.settings.eraseConfirm('Networks 2 (copy)')).fill('Networks 2');
  await page.getByRole('button', { name: words.settings.eraseSubmit }).click();
  await expect(page.getByText(words.settings.eraseMistyped)).toBeAttached();
});
