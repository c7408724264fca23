import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { accountWords } from '../lib/words/account';
import { certificateWords } from '../lib/words/certificate';
import type { Locale } from '../lib/words/locale';
import { notesWords } from '../lib/words/notes';
import { reportWords } from '../lib/words/report';
import { reportDialogWords } from '../lib/words/report-dialog';
import { searchWords } from '../lib/words/search';
import { shortcutWords } from '../lib/words/shortcuts';
import { axe } from './fixtures/axe';
import { languages } from './fixtures/languages';
import { masterPath } from './fixtures/mastery';
import { lessonPath } from './fixtures/pages';
import { expect as expectSoon, personAt, test } from './fixtures/test';

/** A page may take its time to wake up on a busy machine. */
const expect = expectSoon.configure({ timeout: 20_000 });

async function expectNoFindings(page: Page) {
  const { violations } = await axe(page).include('dialog[open]').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** Opens search by its key, asks, and waits for what is found. */
async function ask(page: Page, locale: Locale, query: string) {
  // A key before hydration is nobody's: what opens must be asked for until it does.
  const field = page.getByRole('combobox', { name: searchWords[locale].label });
  await expect(async () => {
    if (!(await field.isVisible())) await page.keyboard.press('/');
    await expect(field).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await field.fill(query);
  await expect(page.getByRole('option').first()).toBeVisible();
}

for (const [locale, query, heading] of [
  ['zh', '三次握手', '#two-numbers'],
  ['zh', '握手', '#two-numbers'],
  ['zh', '序列号', '#two-numbers'],
  ['en', 'three way', '#two-numbers'],
  ['en', 'handshke', ''],
  ['en', 'half close', '#half-close'],
] as const) {
  test(`search in ${locale} finds "${query}" where it is taught, by keyboard alone`, async ({ page }) => {
    await page.goto(`/${locale}/glossary`);
    await ask(page, locale, query);
    const options = page.getByRole('option');
    await expect(options.locator('mark').first()).toBeVisible();
    const field = page.getByRole('combobox');
    // Down the list to a hit in the lesson.
    for (let at = 0; at < 8; at++) {
      await page.keyboard.press('ArrowDown');
      const chosen = page.locator(`#${(await field.getAttribute('aria-activedescendant'))?.replaceAll(':', '\\:')}`);
      await expect(chosen).toHaveAttribute('aria-selected', 'true');
      if (at === 0) await expectNoFindings(page);
      if ((await chosen.textContent())?.includes(locale === 'zh' ? '三次握手与四次挥手' : 'handshakes')) break;
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/learn\/tcp-tls\/three-way-four-way\?q=/);
    // And the page without scripts knows the heading.
    const reply = await page.request.get(`/${locale}/search?q=${encodeURIComponent(query)}`);
    expect(await reply.text()).toContain(`/${locale}/learn/tcp-tls/three-way-four-way?q=`);
    expect((await reply.text()).includes(`${heading}"`)).toBe(true);
    // What was found is marked where the browser can.
    await expect.poll(() => page.evaluate(() => CSS.highlights.get('found')?.size ?? 0)).toBeGreaterThan(0);
  });
}

test('search works as a plain page without scripts', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/en');
  await page.getByRole('link', { name: 'Search' }).click();
  await page.getByRole('searchbox').fill('retransmision');
  await page.getByRole('button', { name: searchWords.en.submit }).click();
  await page.getByRole('link', { name: /SYN/ }).first().click();
  await expect(page).toHaveURL(/three-way-four-way/);
  await context.close();
});

test('Escape closes search and gives the focus back', async ({ page }) => {
  await page.goto('/en/glossary');
  const link = page.getByRole('link', { name: 'Search' });
  await link.focus();
  await ask(page, 'en', 'segment');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox')).toBeHidden();
  await expect(link).toBeFocused();
});

test('keys lead through the sections, never while one types, and can be turned off', async ({ page }) => {
  await page.goto(lessonPath('en'));
  const help = page.getByRole('dialog', { name: shortcutWords.en.title });
  await expect(async () => {
    if (!(await help.isVisible())) await page.keyboard.press('?');
    await expect(help).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expectNoFindings(page);
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await page.keyboard.press('j');
  await expect(page.locator('#two-numbers')).toBeFocused();
  await page.keyboard.press('j');
  await expect(page.locator('#why-not-two')).toBeFocused();
  await page.keyboard.press('k');
  await expect(page.locator('#two-numbers')).toBeFocused();

  await page.keyboard.press('?');
  await help.getByLabel(shortcutWords.en.single).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('#two-numbers')).toBeFocused();
  // Ctrl K is no single key.
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: searchWords.en.label });
  await expect(field).toBeFocused();
  await page.keyboard.press('?');
  await expect(field).toHaveValue('?');
  // It is kept, and can be turned on again at the foot of every page.
  await page.reload();
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(help.getByLabel(shortcutWords.en.single)).not.toBeChecked();
});

for (const locale of languages('en')) {
  test(`a note and a highlight survive a reload, and are taken along, in ${locale}`, async ({ page }) => {
    const words = notesWords[locale];
    await page.goto(lessonPath(locale));
    const pencil = page.locator('[data-notes="why-not-two"]');
    await pencil.click();
    const box = page.getByRole('dialog');
    await box.getByRole('button', { name: words.add }).click();
    await box.getByLabel(words.note, { exact: true }).fill('An old SYN: 昨天的');
    await box.getByRole('button', { name: words.bookmark }).click();
    await expect(box.getByText(words.saving.saved, { exact: true })).toBeVisible();
    await expectNoFindings(page);
    await page.keyboard.press('Escape');
    await expect(pencil).toBeFocused();

    await page.evaluate(() => {
      const text = document.querySelector('#why-not-two')?.nextElementSibling?.firstChild;
      if (text) getSelection()?.setBaseAndExtent(text, 2, text, 12);
    });
    await page.getByRole('button', { name: words.highlight, exact: true }).click();
    await expect.poll(() => page.evaluate(() => CSS.highlights.get('kept')?.size)).toBe(1);
    const saved = page.waitForResponse((reply) => reply.url().endsWith('/api/notes') && reply.ok());
    await saved;

    await page.reload();
    await expect(pencil).toHaveAttribute('data-has-notes');
    await expect.poll(() => page.evaluate(() => CSS.highlights.get('kept')?.size)).toBe(1);
    await pencil.click();
    await expect(box.getByRole('textbox', { name: words.note, exact: true })).toHaveValue('An old SYN: 昨天的');
    await page.goto(`/${locale}/notes`);
    await expect(page.getByText('An old SYN: 昨天的')).toBeVisible();
    await expect(page.getByText(words.lost)).toHaveCount(0);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: words.export }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text).toContain('An old SYN: 昨天的');
    expect(text).toContain(`${lessonPath(locale)}#why-not-two`);
  });
}

test('a note that is written without a network is saved when there is one', async ({
  page,
  context,
  person,
  complaints,
}) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED/);
  await person.becomeGuest();
  await page.goto(lessonPath('en'));
  await page.locator('[data-notes="lost-syn"]').click();
  const box = page.getByRole('dialog');
  await box.getByRole('button', { name: notesWords.en.add }).click();
  await context.setOffline(true);
  await box.getByLabel('Note', { exact: true }).fill('Asked twice');
  await expect(box.getByText(notesWords.en.saving.unsaved)).toBeVisible();
  await context.setOffline(false);
  await expect(box.getByText(notesWords.en.saving.saved, { exact: true })).toBeVisible({ timeout: 20_000 });
  await page.goto('/en/notes');
  await expect(page.getByText('Asked twice')).toBeVisible();
});

for (const locale of languages('en')) {
  test(`who finds something wrong, or is stuck, can say so, in ${locale}`, async ({ page }) => {
    const words = reportDialogWords[locale];
    await page.goto(lessonPath(locale));
    const question = page.locator('[data-quiz$="/syn-ack-number"]');
    await question.getByRole('button', { name: reportWords[locale].wrong }).click();
    const box = page.getByRole('dialog', { name: words.wrong.title });
    await box.getByRole('button', { name: words.send }).click();
    await expect(box.getByRole('alert')).toHaveText(words.empty);
    await expectNoFindings(page);
    await box.getByLabel(words.wrong.label).fill('The second option repeats the first.');
    await box.getByRole('button', { name: words.send }).click();
    await expect(box.getByText(words.wrong.thanks)).toBeVisible();
    await page.keyboard.press('Escape');
    await question.getByRole('button', { name: reportWords[locale].stuck }).click();
    await page.getByRole('dialog').getByRole('button', { name: words.send }).click();
    await expect(page.getByText(words.stuck.thanks)).toBeVisible();
  });
}

test('a certificate is issued to who has mastered a path, verified by anyone, and withdrawn with the account', async ({
  page,
  person,
  browser,
}) => {
  const words = certificateWords.en;
  const { login, password } = await person.signUp();
  await page.goto('/en/certificates');
  await expect(page.getByText(words.none)).toBeVisible();
  await masterPath(login, 'tcp-tls');
  await page.goto('/en/paths/tcp-tls');
  await page.getByRole('link', { name: words.yours }).click();
  await page.getByLabel(words.name).fill('Ada Lovelace');
  await page.getByRole('button', { name: words.issue }).click();
  await page.waitForURL(/\/en\/certificates\/[0-9a-f-]{36}$/);
  const address = page.url();

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(address.replace('/en/', '/zh/'));
  await expect(stranger.getByRole('heading', { name: /Ada Lovelace/ })).toBeVisible();
  await expect(stranger.getByText(certificateWords.zh.valid, { exact: true })).toBeVisible();
  await expect(stranger.getByText(certificateWords.zh.revoke)).toHaveCount(0);
  const { violations } = await axe(stranger).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  const id = address.split('/').at(-1);
  const badge = await (await stranger.request.get(`/api/certificates/${id}/badge.json`)).json();
  expect(badge).toMatchObject({ type: 'EnvelopedVerifiableCredential' });

  const download = page.waitForEvent('download');
  await page.goto('/en/progress');
  await page
    .getByRole('link', { name: /Download|export/i })
    .first()
    .click();
  const mine = JSON.parse(await readFile(await (await download).path(), 'utf8'));
  expect(mine.tables.certificate).toMatchObject([{ id, name: 'Ada Lovelace' }]);

  const own = accountWords.en.account;
  await page.goto('/en/account');
  await page.getByText(own.deleteTitle).click();
  await page.getByLabel(own.withdraw).check();
  const form = page.locator('form', { has: page.getByRole('button', { name: own.deleteSubmit }) });
  await form.locator('input[type=password]').fill(password);
  await form.getByRole('button', { name: own.deleteSubmit }).click();
  await page.waitForURL(/\/en$/);
  await stranger.goto(address);
  await expect(stranger.getByText('Ada Lovelace')).toHaveCount(0);
  await expect(stranger.getByText(/withdrawn/)).toBeVisible();
  await stranger.context().close();
});

test('reading goes on where it stopped, at home, in the other language, and on another device', async ({
  page,
  person,
  browser,
}) => {
  const credentials = await person.signUp();
  await page.goto(lessonPath('en'));
  await page.locator('#lost-syn').scrollIntoViewIfNeeded();
  await page.evaluate(() => document.getElementById('lost-syn')?.scrollIntoView());
  const kept = page.waitForResponse((reply) => reply.url().endsWith('/api/place') && reply.ok());
  await kept;
  const elsewhere = await browser.newContext();
  const phone = await elsewhere.newPage();
  await personAt(phone).signIn(credentials, 'zh');
  await phone.goto('/zh');
  const card = phone.locator('a[data-continue]').first();
  await expect(card).toHaveAttribute('href', `${lessonPath('zh')}#lost-syn`);
  await card.click();
  await expect(phone.locator('#lost-syn')).toBeInViewport();
  await elsewhere.close();
});
