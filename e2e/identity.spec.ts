import { type BrowserContext, request as http, type Page } from '@playwright/test';
import type { ProgressSummary } from '../lib/progress/progress';
import { accountWords } from '../lib/words/account';
import type { Locale } from '../lib/words/locale';
import { languages } from './fixtures/languages';
import { lessonPath } from './fixtures/pages';
import { handrail } from './fixtures/product';
import { type Credentials, expect, newCredentials, personAt, test } from './fixtures/test';

/** Answers the first single-choice question of the lesson, as any visitor may. */
async function answerOnce(page: Page, locale: Locale = 'en'): Promise<void> {
  await page.goto(lessonPath(locale));
  const question = page
    .locator('form')
    .filter({ has: page.getByRole('radio') })
    .first();
  await question.getByRole('radio').first().check();
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/answers'));
  await question.locator('button[type="submit"]').click();
  expect((await answered).status()).toBe(200);
}

/** How many items the learner of this browser has tried. */
async function triedItems(page: Page): Promise<number> {
  const response = await page.request.get('/api/progress');
  if (response.status() === 204) return 0;
  const { lessons }: ProgressSummary = await response.json();
  return Object.values(lessons).reduce((sum, { items }) => sum + Object.keys(items).length, 0);
}

async function otherBrowser(context: BrowserContext): Promise<Page> {
  const browser = context.browser();
  if (!browser) throw new Error('this context has no browser of its own');
  return (await browser.newContext()).newPage();
}

async function trySignIn(page: Page, { login, password }: Credentials, locale: Locale = 'en'): Promise<void> {
  const words = accountWords[locale].signIn;
  await page.goto(`/${locale}/sign-in`);
  await page.getByLabel(words.login, { exact: true }).fill(login);
  await page.getByLabel(words.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: words.submit, exact: true }).click();
}

for (const locale of languages('zh')) {
  test(`a guest answers, signs up, and finds the answer on another machine (${locale})`, async ({
    page,
    person,
    context,
  }) => {
    await answerOnce(page, locale);
    expect(await triedItems(page)).toBe(1);
    const credentials = await person.signUp(locale);
    expect(await triedItems(page)).toBe(1);
    const elsewhere = await otherBrowser(context);
    await personAt(elsewhere).signIn(credentials, locale);
    expect(await triedItems(elsewhere)).toBe(1);
    await elsewhere.context().close();
  });

  for (const [choice, kept] of [
    ['mine', 1],
    ['notMine', 0],
    ['delete', 0],
  ] as const) {
    test(`signing in on a browser with a guest's answers asks whose they are: ${choice} (${locale})`, async ({
      page,
      context,
    }) => {
      const words = accountWords[locale].answers;
      const elsewhere = await otherBrowser(context);
      const credentials = await personAt(elsewhere).signUp(locale);
      await elsewhere.context().close();
      await answerOnce(page, locale);
      await personAt(page).signIn(credentials, locale);
      await expect(page.getByRole('heading', { name: words.title })).toBeVisible();
      // What is chosen for whoever presses on without reading.
      await expect(page.getByRole('radio', { name: words.notMine })).toBeChecked();
      expect(await triedItems(page)).toBe(0);
      if (choice !== 'notMine') await page.getByRole('radio', { name: new RegExp(`^${words[choice]}`) }).check();
      await page.getByRole('button', { name: words.submit }).click();
      await page.waitForURL(`**/${locale}`);
      expect(await triedItems(page)).toBe(kept);
    });
  }
}

test('signing in leads back to where it was asked for, and never to another site', async ({ page, person }) => {
  const credentials = await person.signUp();
  await page.context().clearCookies();
  await page.goto(`/en/sign-in?callbackUrl=${encodeURIComponent('/en/labs')}`);
  await page.getByLabel('Name or e-mail address').fill(credentials.login);
  await page.getByLabel('Password', { exact: true }).fill(credentials.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/en/labs');
  await page.context().clearCookies();
  await page.goto(`/en/sign-in?callbackUrl=${encodeURIComponent('//evil.example/')}`);
  await page.getByLabel('Name or e-mail address').fill(credentials.login);
  await page.getByLabel('Password', { exact: true }).fill(credentials.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/en');
});

test('a wrong password and an unknown name are answered alike, beside what was typed', async ({ page, person }) => {
  const credentials = await person.signUp();
  await page.context().clearCookies();
  const answers: (string | null)[] = [];
  for (const login of [credentials.login, newCredentials().login]) {
    await trySignIn(page, { login, password: 'not the password' });
    answers.push(await page.getByRole('alert').filter({ hasText: /\S/ }).textContent());
    await expect(page.getByLabel('Name or e-mail address')).toHaveValue(login);
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
  }
  expect(answers[0]).toBe(accountWords.en.faults.refused);
  expect(answers[1]).toBe(answers[0]);
});

test('“forget me on leaving” leaves no cookie behind when the browser closes', async ({ page, context }) => {
  const { login, password } = newCredentials();
  await page.goto('/en/sign-up');
  await page.getByLabel('Name or e-mail address').fill(login);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByLabel('Forget me on leaving').check();
  await page.getByRole('button', { name: 'Make my account' }).click();
  await page.waitForURL('**/en');
  const cookies = await context.cookies();
  expect(cookies.filter(({ name }) => name.includes('session')).map(({ expires }) => expires)).toEqual([-1]);
});

test('signing out everywhere ends the other browser within a second', async ({ page, person, context }) => {
  const credentials = await person.signUp();
  const elsewhere = await otherBrowser(context);
  await personAt(elsewhere).signIn(credentials);
  await elsewhere.goto('/en/account');
  await expect(elsewhere.getByRole('listitem').filter({ hasText: 'Linux' })).toHaveCount(2);
  await page.goto('/en/account');
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.waitForURL('**/en');
  await expect.poll(async () => (await elsewhere.request.get('/api/progress')).status(), { timeout: 1500 }).toBe(204);
  await elsewhere.goto('/en/account');
  await expect(elsewhere).toHaveURL(/\/en\/sign-in\?/);
  await elsewhere.context().close();
});

test('one session can be ended from the list, and the browser that had it is nobody', async ({
  page,
  person,
  context,
}) => {
  const credentials = await person.signUp();
  const elsewhere = await otherBrowser(context);
  await personAt(elsewhere).signIn(credentials);
  await page.goto('/en/account');
  await page.getByRole('button', { name: /^Sign out .*Linux$/ }).click();
  await expect(page.getByRole('button', { name: /^Sign out .*Linux$/ })).toHaveCount(0);
  await expect.poll(async () => (await elsewhere.request.get('/api/progress')).status(), { timeout: 1500 }).toBe(204);
  await elsewhere.goto('/en/account');
  await expect(elsewhere).toHaveURL(/\/en\/sign-in\?/);
  await elsewhere.context().close();
});

test('the account page changes name and password, and says what is wrong', async ({ page, person }) => {
  const { login, password } = await person.signUp();
  await page.goto('/en/account');
  await page.getByLabel('Name', { exact: true }).fill('Ada Lovelace');
  await page.getByRole('button', { name: 'Save name' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
  const section = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Password', exact: true }) });
  await section.getByLabel('Current password', { exact: true }).fill('not this one');
  await section.getByLabel('New password', { exact: true }).fill('three snails on a wall');
  await section.getByRole('button', { name: 'Change password' }).click();
  await expect(section.getByLabel('Current password', { exact: true })).toBeFocused();
  await expect(section.getByLabel('Current password', { exact: true })).toHaveAccessibleDescription(/not your current/);
  await section.getByLabel('Current password', { exact: true }).fill(password);
  await section.getByLabel('New password', { exact: true }).fill('three snails on a wall');
  await section.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('All other browsers were signed out.')).toBeVisible();
  await page.context().clearCookies();
  await person.signIn({ login, password: 'three snails on a wall' });
});

test('a deleted account is gone, its session too', async ({ page, person }) => {
  const credentials = await person.signUp();
  await page.goto('/en/account');
  await page.getByText('Delete the account').click();
  const section = page.locator('section').filter({ hasText: 'cannot be brought back' });
  await section.getByLabel('Current password', { exact: true }).fill(credentials.password);
  await section.getByRole('button', { name: 'Delete for good' }).click();
  await page.waitForURL('**/en');
  await trySignIn(page, credentials);
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveText(accountWords.en.faults.refused);
});

test('a link for a new password works once, and looking at it does not use it up', async ({
  page,
  person,
  context,
}) => {
  const { login } = await person.signUp();
  const dataDir = process.env.E2E_DATA_DIR ?? '';
  const { code, said } = await handrail(['user', 'reset', login], { DATA_DIR: dataDir });
  expect(code, said).toBe(0);
  const link = /http\S+(\/en\/reset\?token=\S+)/.exec(said)?.[1] ?? '';
  const fresh = await otherBrowser(context);
  await (await http.newContext()).get(new URL(link, page.url()).href);
  await fresh.goto(new URL(link, page.url()).href);
  await fresh.getByLabel('New password', { exact: true }).fill('three snails on a wall');
  await fresh.getByRole('button', { name: 'Use this password' }).click();
  await fresh.waitForURL('**/en');
  expect((await fresh.request.get('/api/progress')).status()).toBe(200);
  await expect.poll(async () => (await page.request.get('/api/progress')).status(), { timeout: 1500 }).toBe(204);
  await fresh.goto(new URL(link, page.url()).href);
  await expect(fresh.getByText('This link was used already')).toBeVisible();
  await fresh.context().close();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('signing up, out and in again work as plain forms', async ({ page, person }) => {
    const credentials = await person.signUp('zh');
    await page.goto('/zh/account');
    await expect(page.getByText(accountWords.zh.account.signsInAs(credentials.login))).toBeVisible();
    await page.getByRole('button', { name: accountWords.zh.account.signOut, exact: true }).click();
    await page.waitForURL('**/zh');
    await trySignIn(page, { ...credentials, password: 'not the password' }, 'zh');
    await expect(page.getByText(accountWords.zh.faults.refused)).toBeVisible();
    await person.signIn(credentials, 'zh');
  });
});

test.describe('the doors of identity', () => {
  test('make one guest of one browser, however often they are asked', async ({ page, person }) => {
    await person.becomeGuest();
    const first = (await page.context().cookies()).find(({ name }) => name === 'handrail.session')?.value;
    await person.becomeGuest();
    expect((await page.context().cookies()).find(({ name }) => name === 'handrail.session')?.value).toBe(first);
  });

  test('make no guest for another site’s page', async ({ request }) => {
    const headers = { origin: 'https://evil.example', 'content-type': 'application/json' };
    const response = await request.post('/api/guest', { headers, data: {} });
    expect(response.status()).toBe(403);
    expect(response.headers()['set-cookie']).toBeUndefined();
  });

  test('let next-auth’s own client sign in by password, and tell nothing but a name', async ({
    page,
    person,
    baseURL,
  }) => {
    const { login, password } = await person.signUp();
    const client = await http.newContext({ baseURL, extraHTTPHeaders: { origin: baseURL ?? '' } });
    const { csrfToken } = await (await client.get('/api/auth/csrf')).json();
    const form = { csrfToken, login, password, json: 'true', callbackUrl: '//evil.example' };
    const wrong = await client.post('/api/auth/callback/password', { form: { ...form, password: 'wrong' } });
    expect(wrong.status()).toBe(401);
    const right = await client.post('/api/auth/callback/password', { form });
    expect(right.status()).toBe(200);
    expect(new URL((await right.json()).url).origin).toBe(new URL(page.url()).origin);
    const session = await (await client.get('/api/auth/session')).json();
    expect(session).toEqual({ expires: expect.any(String), user: { name: login } });
    await client.dispose();
  });
});
