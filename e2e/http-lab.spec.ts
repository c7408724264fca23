import type { Locator, Page } from '@playwright/test';
import { httpPresets } from '../components/labs/http/http-presets';
import { fieldsAt } from '../lib/labs/byte-map';
import { httpLab } from '../lib/labs/http/http-lab';
import { messageMap } from '../lib/labs/http/message-map';
import { parseResponse } from '../lib/labs/http/parse-message';
import type { HttpPresetId } from '../lib/labs/http/presets';
import { httpFieldWords } from '../lib/words/http-field';
import { httpViewWords } from '../lib/words/http-view';
import { labWords } from '../lib/words/lab';
import type { Locale } from '../lib/words/locale';
import { axe } from './fixtures/axe';
import { hideDrawings, labAt, openHeld } from './fixtures/labs';
import { languages } from './fixtures/languages';
import { expect, test } from './fixtures/test';

/** The lab's own page, where one of its presets begins, its drawings hidden: everything here is found by role and name. */
async function open(page: Page, locale: Locale, preset: HttpPresetId): Promise<Locator> {
  await page.goto(`/${locale}/labs/http`);
  await hideDrawings(page);
  const lab = page.locator('section[data-live]');
  await page.locator('section[tabindex="-1"]').scrollIntoViewIfNeeded();
  await expect(lab).toBeVisible({ timeout: 30_000 });
  await page.getByRole('link', { name: httpViewWords[locale].presets[preset], exact: true }).press('Enter');
  const { length } = presetOf(preset).actions;
  await expect(lab).toContainText(new RegExp(`/ ${length}(?!\\d)`));
  await press(lab, labWords[locale].restart);
  return lab;
}

function presetOf(id: HttpPresetId) {
  const run = httpPresets.find((preset) => preset.id === id);
  if (!run) throw new Error(`no preset ${id}`);
  return run;
}

async function press(lab: Locator, name: string): Promise<void> {
  const button = lab.getByRole('button', { name, exact: true });
  await button.press('Enter');
}

const exchanges = (lab: Locator, locale: Locale) =>
  lab.getByRole('list', { name: httpViewWords[locale].exchanges }).getByRole('listitem');

for (const locale of languages('zh')) {
  const words = httpViewWords[locale];
  const said = labWords[locale];

  test(`${locale}: a request is written by hand, its answer is read byte by byte, and a mistake is told at its byte`, async ({
    page,
  }) => {
    const lab = await open(page, locale, 'first-get');
    const editor = lab.getByRole('textbox', { name: words.editor, exact: true });
    await editor.fill('GET /etag HTTP/1.1\nHost: practice.example\n\n');
    await press(lab, words.send);
    await expect(exchanges(lab, locale)).toContainText(['/etag']);
    await exchanges(lab, locale).first().getByRole('button', { name: '200 OK' }).press('Enter');

    const { setup, seed } = presetOf('first-get');
    const text = 'GET /etag HTTP/1.1\r\nHost: practice.example\r\n\r\n';
    const [exchange] = httpLab.step(httpLab.start(setup, seed), { kind: 'send', text }).state.exchanges;
    const answer = exchange?.response ?? new Uint8Array();
    const map = messageMap(answer, parseResponse(answer, 'GET', { closed: true }));
    const fieldsOf = (byte: number) => fieldsAt(map, byte).map(({ field }) => httpFieldWords[locale].name(field));
    const bytes = lab.getByRole('group', { name: said.bytes(answer.length), exact: true });
    await bytes.getByRole('button').first().focus();
    await page.keyboard.press('ArrowRight');
    await expect(bytes.getByRole('button', { name: said.byte(1, '54', fieldsOf(1)), exact: true })).toBeFocused();
    for (let pressed = 0; pressed < 8; pressed += 1) await page.keyboard.press('ArrowRight');
    // `HTTP/1.1 200`: the three digits are one field.
    await expect(lab.getByText(said.bytesAt(9, 11))).toBeVisible();

    await editor.fill('GET /etag HTTP/1.1\nHost : practice.example\n\n');
    await press(lab, words.send);
    await expect(exchanges(lab, locale).last()).toContainText('400');
    const fault = lab.getByRole('group', { name: words.framing }).getByRole('button');
    await expect(fault).toContainText(words.faultAt(24));
    await fault.press('Enter');
    await expect(lab.getByRole('button', { name: said.byte(24, '20', []).replace(/\W+$/, '') })).toHaveAttribute(
      'tabindex',
      '0',
    );
    expect((await axe(page).analyze()).violations).toEqual([]);
  });

  test(`${locale}: at 390 px a redirect is followed, and an answer comes from the cache until it is stale`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const lab = await open(page, locale, 'redirects');
    const address = lab.getByRole('textbox', { name: words.address, exact: true });
    await address.fill('/redirect/1?status=302');
    await address.press('Enter');
    await expect(exchanges(lab, locale)).toContainText(['302']);
    const next = lab.getByRole('group', { name: words.redirect, exact: true });
    await expect(next).toContainText('/redirect/0');
    await press(lab, words.follow);
    await expect(exchanges(lab, locale)).toContainText(['302', '200']);
    await expect(next).toContainText(words.noRedirect);

    await address.fill('/cache/60');
    for (let asked = 0; asked < 2; asked += 1) await address.press('Enter');
    await expect(exchanges(lab, locale).nth(2)).toContainText(words.from.server);
    await expect(exchanges(lab, locale).nth(3)).toContainText(words.from.cache);
    await press(lab, words.wait(3_600_000));
    const cache = lab.getByRole('group', { name: words.cache, exact: true });
    await expect(cache.getByRole('listitem').filter({ hasText: '/cache/60' })).toContainText(
      locale === 'en' ? 'stale for' : '已过期',
    );
    await address.press('Enter');
    await expect(exchanges(lab, locale).last()).toContainText(words.from.server);
    for (const summary of await lab.locator('summary').all()) {
      if (!(await summary.evaluate((it) => it.parentElement?.hasAttribute('open')))) await summary.press('Enter');
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect((await axe(page).include('section[data-live]').analyze()).violations).toEqual([]);
  });

  test(`${locale}: the practice server has a real address: what is asked there stands in the lab, and solves the task`, async ({
    page,
    person,
  }) => {
    await person.becomeGuest();
    await page.goto(`/${locale}/learn/http/http-basics`);
    const lab = await labAt(page, 'task-by-hand');
    await lab.locator('summary', { hasText: words.practice }).press('Enter');
    await press(lab, words.getPractice);
    const line = await lab.getByRole('textbox', { name: words.practiceCurl }).inputValue();
    const address = /^curl -i (http:\S+\/)$/.exec(line)?.[1] ?? '';
    expect((await fetch(`${address}notes/1`)).status).toBe(200);
    expect((await fetch(`${address}notes/1`, { method: 'HEAD' })).status).toBe(200);
    await press(lab, words.look);
    const log = lab.getByRole('list', { name: words.practiceLog }).getByRole('listitem');
    await expect(log).toContainText(['GET /notes/1', 'HEAD /notes/1']);
    await press(lab, words.bringIn);
    await expect(lab.getByRole('list', { name: said.goals })).not.toContainText(said.goalOpen);
    await press(lab, words.practiceHandIn);
    // The first replay starts a worker.
    await expect(lab.getByText(said.solved)).toBeVisible({ timeout: 20_000 });
  });
}

for (const width of [390, 1280]) {
  test(`the working lab takes exactly the room of its first picture, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const release = await openHeld(page, '/en/learn/http/http-basics', 'task-by-hand');
    const labs = page.locator('section[id^="lab-"], section[id^="task-"]');
    const stills = await labs.evaluateAll((all) => all.map((lab) => [lab.id, lab.getBoundingClientRect().height]));
    expect(stills.length).toBeGreaterThan(4);
    release();
    for (const [id, height] of stills) {
      const lab = await labAt(page, String(id));
      expect.soft(await lab.evaluate((it) => it.getBoundingClientRect().height), String(id)).toBe(height);
    }
  });
}
