import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { certificateFileWords } from '../lib/words/certificate-file';
import { certificateLabWords } from '../lib/words/certificate-lab';
import { certificateViewWords } from '../lib/words/certificate-view';
import { labWords } from '../lib/words/lab';
import type { Locale } from '../lib/words/locale';
import { axe } from './fixtures/axe';
import { languages } from './fixtures/languages';
import { expect, test } from './fixtures/test';

/** The lab's own page with one of its worlds, its drawings hidden: everything here is found by role and name. */
async function openWorld(
  page: Page,
  locale: Locale,
  world: keyof (typeof certificateViewWords)['en']['presets'],
): Promise<Locator> {
  await page.goto(`/${locale}/labs/certificate`);
  // By script: the page's policy refuses a style element, from whomever it is.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('svg { visibility: hidden }');
    document.adoptedStyleSheets.push(sheet);
  });
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

for (const locale of languages('zh')) {
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
    const form = lab.getByRole('group', { name: words.make });
    await form.getByRole('textbox', { name: words.id }).fill('mine');
    await form.getByRole('textbox', { name: words.forNames }).fill('bank.example');
    await expect(form.getByRole('combobox', { name: words.signer })).toHaveValue('my-root');
    await press(form, words.sign);
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

  test(`${locale}: a key is made, a certificate asked for with it, and an authority of one’s own signs; a stranger’s request it refuses`, async ({
    page,
  }) => {
    const lab = await openWorld(page, locale, 'request');
    const bar = lab.getByRole('region', { name: words.addressBar });
    const why = lab.locator('[aria-live="polite"]');
    // My authority: a key, which the run has made already, and a certificate that signs itself.
    const form = lab.getByRole('group', { name: words.make });
    await expect(form.getByRole('combobox', { name: words.key })).toHaveValue('own-ca');
    await form.getByRole('textbox', { name: words.id }).fill('my-root');
    await form.getByRole('combobox', { name: words.signer }).selectOption('');
    await form.getByRole('checkbox', { name: words.authority }).check();
    await press(form, words.sign);
    // My server: another key, and a request.
    await press(lab, words.makeKeyShort);
    await expect(lab.getByRole('combobox', { name: words.publicKey })).toHaveValue('own-shop');
    await press(lab, words.makeRequestShort);
    const requests = lab.getByRole('list', { name: words.shapes.certificationRequest });
    await expect(requests.getByRole('listitem')).toHaveCount(2);
    await expect(requests.getByRole('listitem').last()).toContainText(words.holds);
    // Four certificates and the stranger’s request come before it.
    await expect(lab.getByRole('combobox', { name: words.whichBytes })).toHaveValue('5');
    // The stranger’s does not hold, and gets nothing.
    const asked = lab.getByRole('combobox', { name: words.request, exact: true });
    await asked.selectOption('stranger');
    await press(lab, words.signRequestShort);
    await expect(why).toHaveText(said.event({ kind: 'hindered', why: 'no-possession', what: 'stranger' }));
    await asked.selectOption('request-2');
    await lab.getByRole('textbox', { name: words.certificateId }).fill('mine');
    await press(lab, words.signRequestShort);
    await lab.getByRole('textbox', { name: `${words.present}: ${words.presentHint}` }).fill('mine, my-root');
    await press(lab, words.presentShort);
    await press(lab, words.checkAll);
    await expect(bar).toContainText('ERR_CERT_AUTHORITY_INVALID');
    await lab.getByRole('combobox', { name: words.certificate }).first().selectOption('my-root');
    await press(lab, words.trust);
    await press(lab, words.checkAll);
    await expect(bar).toContainText(words.secure);
    expect(await findings(page, 'section[data-live]')).toEqual([]);
  });

  test(`${locale}: a list of the revoked counts if it has the certificate, is its issuer’s, and is not out of date`, async ({
    page,
  }) => {
    const lab = await openWorld(page, locale, 'revoked');
    for (const [world, error] of [
      ['revoked', 'ERR_CERT_REVOKED'],
      ['list-outdated', 'ERR_CERT_UNABLE_TO_CHECK_REVOCATION'],
      ['list-forged', 'ERR_CERT_UNABLE_TO_CHECK_REVOCATION'],
    ] as const) {
      await page.getByRole('link', { name: words.presets[world] }).click();
      await expect(lab.getByRole('list', { name: words.shapes.revocationList })).toBeVisible();
      await press(lab, words.checkAll);
      await expect(lab.getByRole('region', { name: words.addressBar })).toContainText(error);
    }
  });

  test(`${locale}: a learner’s own chain is chosen by keyboard, judged as asked, shown byte by byte, and sent nowhere`, async ({
    page,
  }) => {
    const file = certificateFileWords[locale];
    const sent: string[] = [];
    page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()));
    const own = await openInspector(page, locale);
    await chooseByKeyboard(page, own, locale, [{ name: 'p384.pem', bytes: Buffer.from(made.files.p384 ?? '') }]);
    await own.getByLabel(file.when).fill(new Date(made.at).toISOString().slice(0, 19));
    await expect(own).toContainText('ERR_CERT_AUTHORITY_INVALID');
    await own.getByRole('checkbox', { name: 'p384 root' }).focus();
    await page.keyboard.press('Space');
    await expect(own).toContainText(file.verdict.accepted);
    await own.getByRole('textbox', { name: file.host }).fill('bank.example');
    await expect(own).toContainText('ERR_CERT_COMMON_NAME_INVALID');
    await press(own, words.showBytes('p384.pem · 2'));
    await expect(own.getByRole('combobox', { name: words.whichBytes })).toHaveValue('1');
    expect(await findings(page, 'section[aria-labelledby="own-certificate"]')).toEqual([]);
    expect(sent).toEqual([]);
  });

  test(`${locale}: what is not computed is left open, and hostile files are told of at their fault while the page lives`, async ({
    page,
  }) => {
    const file = certificateFileWords[locale];
    const own = await openInspector(page, locale);
    await chooseByKeyboard(page, own, locale, [{ name: 'ed448.pem', bytes: Buffer.from(made.files.ed448 ?? '') }]);
    await own.getByLabel(file.when).fill(new Date(made.at).toISOString().slice(0, 19));
    await own.getByRole('checkbox', { name: 'ed448 root' }).check();
    await expect(own).toContainText(file.verdict.undecided);
    await press(own, file.clear);
    const deep = Buffer.concat(Array.from({ length: 100_000 }, () => Buffer.from([0x30, 0x83, 0x0f, 0xff, 0xff])));
    await chooseByKeyboard(page, own, locale, [
      { name: 'deep.der', bytes: deep },
      { name: 'long.der', bytes: Buffer.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 2, 1, 0]) },
      { name: 'ber.der', bytes: Buffer.from([0x30, 0x80, 2, 1, 0, 0, 0]) },
      { name: 'cut.pem', bytes: Buffer.from((made.files.p384 ?? '').slice(0, 300)) },
      { name: 'large.der', bytes: Buffer.alloc(3_000_000, 0x30) },
    ]);
    const things = own.getByRole('list', { name: file.things }).getByRole('listitem');
    await expect(things).toHaveCount(5);
    await expect(things.nth(0)).toContainText(file.faults.overrun);
    await expect(things.nth(1)).toContainText(file.faultAt(1, file.faults.overrun));
    await expect(things.nth(2)).toContainText(file.faults['indefinite-length']);
    await expect(things.nth(3)).toContainText(file.faults['no-end']);
    await expect(things.nth(4)).toContainText(file.faults['too-large']);
    await press(own, words.showBytes('long.der · 2'));
    await press(own, file.clear);
    await expect(things).toHaveCount(0);
  });
}

/** What OpenSSL made once, and when. */
const made: { at: number; files: Record<string, string> } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../lib/labs/certificate/recorded/openssl-curves.json'), 'utf8'),
);

/** What axe says of a part of the page as it stands. */
async function findings(page: Page, part: string) {
  const { violations } = await axe(page).include(part).analyze();
  return violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }));
}

async function openInspector(page: Page, locale: Locale): Promise<Locator> {
  await page.goto(`/${locale}/labs/certificate`);
  const own = page.getByRole('region', { name: certificateFileWords[locale].title });
  await own.scrollIntoViewIfNeeded();
  return own;
}

/** The field is reached and opened by the keyboard; what the browser’s own window then does, the test does for it. */
async function chooseByKeyboard(
  page: Page,
  own: Locator,
  locale: Locale,
  files: readonly { name: string; bytes: Buffer }[],
): Promise<void> {
  const field = own.getByLabel(certificateFileWords[locale].choose);
  const opened = page.waitForEvent('filechooser');
  await field.focus();
  await page.keyboard.press('Enter');
  const chooser = await opened;
  await chooser.setFiles(
    files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: bytes })),
  );
  await expect(own.getByRole('status')).toBeVisible();
}
