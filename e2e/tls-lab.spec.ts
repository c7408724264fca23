import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { tlsPresets } from '../components/labs/tls/tls-presets';
import type { TlsAction } from '../lib/labs/tls/action';
import { capturePcap, keyLogFile } from '../lib/labs/tls/capture';
import type { TlsPresetId } from '../lib/labs/tls/presets';
import type { TlsState } from '../lib/labs/tls/state';
import { tlsLab } from '../lib/labs/tls/tls-lab';
import { labWords } from '../lib/words/lab';
import { tlsWords } from '../lib/words/tls';
import { tlsKeyWords } from '../lib/words/tls-keys';
import { tlsViewWords } from '../lib/words/tls-view';
import { axe } from './fixtures/axe';
import { hideDrawings } from './fixtures/labs';
import { languages } from './fixtures/languages';
import { expect, test } from './fixtures/test';

/** The lab's own page with one of its presets, its drawings hidden: everything here is found by role and name. */
async function open(page: Page, locale: 'en' | 'zh', preset: TlsPresetId): Promise<Locator> {
  await page.goto(`/${locale}/labs/tls`);
  await hideDrawings(page);
  const link = page.getByRole('link', { name: tlsViewWords[locale].presets[preset], exact: true });
  const lab = page.locator('section[data-live]');
  await page.locator('section[tabindex="-1"]').scrollIntoViewIfNeeded();
  await expect(lab).toBeVisible({ timeout: 30_000 });
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(lab).toContainText(new RegExp(`/ ${runOf(preset).actions.length}(?!\\d)`));
  return lab;
}

function runOf(preset: TlsPresetId) {
  const run = tlsPresets.find(({ id }) => id === preset);
  if (!run) throw new Error(`no preset ${preset}`);
  return run;
}

/** What the engine itself comes to, by the preset's actions or by others. */
function ended(preset: TlsPresetId, actions: readonly TlsAction[] = runOf(preset).actions): TlsState {
  const { setup, seed } = runOf(preset);
  return actions.reduce((state, action) => tlsLab.step(state, action).state, tlsLab.start(setup, seed));
}

/** Reaches a control by its role and name and works it by the keyboard. */
async function press(lab: Locator, name: string | RegExp): Promise<void> {
  const button = lab.getByRole('button', { name, exact: true }).first();
  await button.focus();
  await button.press('Enter');
}

const records = (lab: Locator, locale: 'en' | 'zh') =>
  lab.getByRole('list', { name: tlsViewWords[locale].records }).getByRole('listitem');

for (const locale of languages('zh')) {
  const words = tlsViewWords[locale];
  const keys = tlsKeyWords[locale];
  const { messages } = tlsWords[locale];

  test(`${locale}: three handshakes go from nothing to keys, step by step, and every value says how it was made`, async ({
    page,
  }) => {
    for (const [preset, value, formula] of [
      ['tls12-rsa', 'master_secret', 'PRF(premaster_secret, "master secret", client_random + server_random)[0..47]'],
      ['tls12-ecdhe', 'premaster_secret', 'x25519(client_private_key, server_key_share)'],
      ['tls13', 'handshake_secret', 'HKDF-Extract(early_derived_secret, ecdhe_shared_secret)'],
    ] as const) {
      const lab = await open(page, locale, preset);
      const box = lab.getByRole('list', { name: keys.map }).getByRole('button', { name: new RegExp(`^${value}\\W`) });
      await press(lab, labWords[locale].restart);
      await expect(box).toHaveAccessibleName(new RegExp(keys.notYet));
      await lab.focus();
      for (let step = 0; step < 12; step += 1) await page.keyboard.press('ArrowRight');
      await expect(box).toHaveAccessibleName(new RegExp(keys.on.both));
      await box.focus();
      const detail = lab.getByRole('region', { name: value, exact: true });
      await expect(detail).toContainText(formula);
      const end = ended(preset).client.values.find(({ name }) => name === value);
      const hex = Buffer.from(end?.bytes ?? []).toString('hex');
      await expect(detail).toContainText(hex.replace(/.{8}(?=.)/g, '$& '));
    }
  });

  test(`${locale}: a bit is turned over by hand, and the alert comes from the right side`, async ({ page }) => {
    const lab = await open(page, locale, 'tls13');
    await press(lab, labWords[locale].restart);
    await press(lab, words.callOf(words.connect, words.sides.client));
    const name = words.record(1, messages.client_hello);
    const field = lab.getByRole('spinbutton', { name: words.deed(words.byteNumber, name) });
    await field.fill('15');
    await press(lab, words.deed(words.flip, name));
    await expect(records(lab, locale).first()).toContainText(words.tampered);
    const nexts = Array.from({ length: 8 }, (): TlsAction => ({ kind: 'next' }));
    for (const _ of nexts) await press(lab, labWords[locale].step);
    // Byte 15 is one of the client random: the two sides have heard different hellos, and what one closes the other cannot open.
    const state = ended('tls13', [{ kind: 'connect' }, { kind: 'flip', record: 0, byte: 15, bit: 7 }, ...nexts]);
    const alerts = state.records.filter(({ said }) => said.some(({ kind }) => kind === 'alert'));
    expect(alerts[0]).toMatchObject({ from: 'client' });
    expect(state.client.alertSent).toMatchObject({ alert: 'bad_record_mac' });
    await expect(records(lab, locale).filter({ hasText: messages.alert })).toHaveCount(alerts.length);
    await expect(lab).toContainText('FAILED');
  });

  test(`${locale}: the client comes back with its ticket, and no certificate is shown`, async ({ page }) => {
    const lab = await open(page, locale, 'tls13');
    await lab.focus();
    await page.keyboard.press('End');
    const before = await records(lab, locale).filter({ hasText: messages.certificate }).count();
    await press(lab, words.callOf(words.resume, words.sides.client));
    for (let step = 0; step < 6; step += 1) await press(lab, labWords[locale].step);
    expect(await records(lab, locale).filter({ hasText: messages.certificate }).count()).toBe(before);
    await expect(
      lab.getByRole('list', { name: keys.map }).getByRole('button', { name: /^psk\W/ }),
    ).toHaveAccessibleName(new RegExp(keys.on.both));
    await expect(lab).toContainText('CONNECTED');
  });
}

test('a phone shows all of it without scrolling sideways, and axe finds nothing', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const lab = await open(page, 'en', 'tls13');
  await lab.focus();
  await page.keyboard.press('End');
  for (const summary of await lab.locator('summary').all()) {
    if (!(await summary.evaluate((it) => it.parentElement?.hasAttribute('open')))) await summary.press('Enter');
  }
  const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await sideways()).toBeLessThanOrEqual(0);
  const { violations } = await axe(page).include('section[data-live]').analyze();
  expect(violations).toEqual([]);
});

const hasTshark = spawnSync('tshark', ['--version']).status === 0;

test('what is downloaded is what the engine wrote, and tshark opens it with the key log down to the data', async ({
  page,
}, info) => {
  const words = tlsViewWords.en;
  const lab = await open(page, 'en', 'tls13');
  await lab.focus();
  await page.keyboard.press('End');
  const save = async (name: string, file: string) => {
    const download = page.waitForEvent('download');
    await lab.getByRole('button', { name }).press('Enter');
    await (await download).saveAs(file);
    return readFileSync(file);
  };
  const [pcap, keyLog] = [info.outputPath('lab.pcap'), info.outputPath('keys.txt')];
  const state = ended('tls13');
  expect(await save(words.pcapLong, pcap)).toEqual(Buffer.from(capturePcap(state)));
  expect((await save(words.keyLogLong, keyLog)).toString()).toBe(keyLogFile(state));
  if (!hasTshark) return;
  const options = ['-n', '-d', 'tcp.port==443,tls', '-o', `tls.keylog_file:${keyLog}`];
  const fields = ['-T', 'fields', '-e', 'http.request.line', '-e', 'http.file_data'];
  const decrypted = execFileSync('tshark', ['-r', pcap, ...options, ...fields], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  expect(decrypted).toContain('Host: shop.example');
  expect(decrypted).toContain('3 umbrellas');
  const closed = execFileSync('tshark', ['-r', pcap, ...options.slice(0, 3), ...fields], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  expect(closed.trim()).toBe('');
});
