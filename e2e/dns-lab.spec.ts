import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { dnsPresets } from '../components/labs/dns/dns-presets';
import { capturePcap } from '../lib/labs/dns/capture';
import { dnsLab } from '../lib/labs/dns/dns-lab';
import type { DnsPresetId } from '../lib/labs/dns/presets';
import { dnsWords } from '../lib/words/dns';
import { dnsViewWords } from '../lib/words/dns-view';
import { labWords } from '../lib/words/lab';
import { axe } from './fixtures/axe';
import { hideDrawings } from './fixtures/labs';
import { languages } from './fixtures/languages';
import { expect, test } from './fixtures/test';

function runOf(preset: DnsPresetId) {
  const run = dnsPresets.find(({ id }) => id === preset);
  if (!run) throw new Error(`no preset ${preset}`);
  return run;
}

/** The lab's own page with one of its presets, its drawings hidden: everything here is found by role and name. */
async function open(page: Page, locale: 'en' | 'zh', preset: DnsPresetId): Promise<Locator> {
  await page.goto(`/${locale}/labs/dns`);
  await hideDrawings(page);
  const lab = page.locator('section[data-live]');
  await page.locator('section[tabindex="-1"]').scrollIntoViewIfNeeded();
  await expect(lab).toBeVisible({ timeout: 30_000 });
  await page.getByRole('link', { name: dnsViewWords[locale].presets[preset], exact: true }).press('Enter');
  await expect(lab).toContainText(new RegExp(`/ ${runOf(preset).actions.length}(?!\\d)`));
  return lab;
}

for (const locale of languages('zh')) {
  const words = dnsViewWords[locale];

  test(`${locale}: a name is followed from the root to its address by keyboard, down to the bytes, and leaves as a capture`, async ({
    page,
  }, info) => {
    const { setup, seed, actions } = runOf('from-the-root');
    const end = actions.reduce((state, action) => dnsLab.step(state, action).state, dnsLab.start(setup, seed));
    const lab = await open(page, locale, 'from-the-root');
    await lab.getByRole('button', { name: labWords[locale].restart, exact: true }).press('Enter');
    await lab.focus();
    for (const _ of actions) await page.keyboard.press('ArrowRight');
    const messages = lab.getByRole('list', { name: words.messages }).getByRole('listitem');
    await expect(messages).toHaveCount(end.packets.length);
    await expect(messages.nth(2)).toContainText(dnsWords[locale].gists.referral);
    const cache = lab.getByRole('group', { name: words.cache });
    await expect(cache.getByRole('row').filter({ hasText: '198.51.100.20' })).toContainText(words.seconds(300));
    await lab.getByRole('button', { name: words.wait[10_000], exact: true }).press('Enter');
    await expect(cache.getByRole('row').filter({ hasText: '198.51.100.20' })).toContainText(words.seconds(290));
    expect((await axe(page).analyze()).violations).toEqual([]);
    const download = page.waitForEvent('download');
    await lab.getByRole('button', { name: /pcap/ }).first().press('Enter');
    const file = info.outputPath('dns.pcap');
    await (await download).saveAs(file);
    expect(readFileSync(file).equals(Buffer.from(capturePcap(end)))).toBe(true);
    if (spawnSync('tshark', ['-v']).status !== 0) return;
    const read = execFileSync('tshark', ['-r', file, '-T', 'fields', '-e', 'dns.a'], { encoding: 'utf8' });
    expect(read).toContain('198.51.100.20');
  });

  test(`${locale}: at 390 px a question of one's own is asked by form, and what was found is written down`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const lab = await open(page, locale, 'from-the-root');
    await lab.getByRole('button', { name: labWords[locale].restart, exact: true }).press('Enter');
    await lab.getByRole('textbox', { name: words.askName, exact: true }).fill('www.umbrella.example');
    await lab.getByRole('textbox', { name: words.askName, exact: true }).press('Enter');
    await lab.getByRole('button', { name: words.settle, exact: true }).press('Enter');
    await expect(lab.getByRole('group', { name: words.cache })).toContainText('198.51.100.43');
    await lab.getByText(words.paper, { exact: true }).first().press('Enter');
    await lab.getByRole('textbox', { name: words.canonical, exact: true }).fill('edge3.cdn.example.org');
    await lab.getByRole('textbox', { name: words.zone, exact: true }).fill('cdn.example.org');
    await lab.getByRole('button', { name: words.conclude, exact: true }).press('Enter');
    const { claimFields } = dnsWords[locale];
    await expect(lab).toContainText(claimFields.canonical);
    await expect(lab).not.toContainText(locale === 'en' ? 'Not right' : '不对');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
}
