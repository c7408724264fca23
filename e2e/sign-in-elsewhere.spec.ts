import { accountWords } from '../lib/words/account';
import { type OidcProvider, startOidcProvider } from './fixtures/oidc-provider';
import { forget, freePort, type Product, startProduct } from './fixtures/product';
import { expect, test } from './fixtures/test';

test.describe.configure({ mode: 'serial' });

let provider: OidcProvider;
let product: Product;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  provider = await startOidcProvider();
  const port = await freePort();
  const env = {
    PUBLIC_URL: `http://localhost:${port}`,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: 'handrail',
    OIDC_CLIENT_SECRET: 'a secret between the two',
  };
  product = await startProduct({ port, env });
});

test.afterAll(async () => {
  await product?.stop();
  provider?.close();
  if (product) await forget(product.dataDir);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a person whom another place vouches for gets an account, and the same one again', async ({
      page,
      browser,
    }) => {
      provider.person = { sub: `person-${javaScriptEnabled}`, name: 'Ada Lovelace' };
      const words = accountWords.zh;
      await page.goto(`${product.url}/zh/sign-in?callbackUrl=%2Fzh%2Faccount`);
      await page.getByRole('button', { name: 'localhost' }).click();
      await page.waitForURL('**/zh/account');
      await expect(page.getByText(words.account.signsInElsewhere('localhost'))).toBeVisible();
      await expect(page.getByLabel(words.account.name, { exact: true })).toHaveValue('Ada Lovelace');
      await page.getByLabel(words.account.name, { exact: true }).fill('Ada');
      await page.getByRole('button', { name: words.account.saveName }).click();
      const elsewhere = await browser.newPage();
      await elsewhere.goto(`${product.url}/zh/sign-in?callbackUrl=%2Fzh%2Faccount`);
      await elsewhere.getByRole('button', { name: 'localhost' }).click();
      await expect(elsewhere.getByLabel(words.account.name, { exact: true })).toHaveValue('Ada');
      await elsewhere.close();
    });
  });
}

test('an account by password can be connected, and is then found by either', async ({ page, browser }) => {
  provider.person = { sub: 'connected', name: 'Somebody' };
  const { login, password } = { login: 'connected one', password: 'plain cold tea at noon' };
  await page.goto(`${product.url}/en/sign-up`);
  await page.getByLabel('Name or e-mail address').fill(login);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Make my account' }).click();
  await page.waitForURL('**/en');
  await page.goto(`${product.url}/en/account`);
  await page.getByRole('button', { name: 'Connect localhost' }).click();
  await expect(page.getByText('localhost is connected.')).toBeVisible();
  const elsewhere = await browser.newPage();
  await elsewhere.goto(`${product.url}/en/sign-in?callbackUrl=%2Fen%2Faccount`);
  await elsewhere.getByRole('button', { name: 'localhost' }).click();
  await expect(elsewhere.getByText(`You sign in as ${login}.`)).toBeVisible();
  await elsewhere.close();
});

test('an answer that nobody asked for makes no session', async ({ page }) => {
  await page.goto(`${product.url}/api/auth/callback/oidc?code=made-up&state=made-up`);
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=%2Fen&error=/);
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveText(accountWords.en.faults.external);
  expect((await page.context().cookies()).filter(({ name }) => name.includes('session'))).toEqual([]);
});

test('what was signed in elsewhere can be signed out here', async ({ page }) => {
  provider.person = { sub: 'leaving', name: 'Grace' };
  await page.goto(`${product.url}/en/sign-in?callbackUrl=%2Fen%2Faccount`);
  await page.getByRole('button', { name: 'localhost' }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.waitForURL('**/en');
  expect((await page.context().cookies()).filter(({ name }) => name.includes('session'))).toEqual([]);
});
