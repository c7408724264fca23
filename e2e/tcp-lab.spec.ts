import type { Locator, Page } from '@playwright/test';
import { tcpPresets } from '../components/labs/tcp/tcp-presets';
import { labWords } from '../lib/words/lab';
import { tcpViewWords } from '../lib/words/tcp-view';
import { axe } from './fixtures/axe';
import { button, labAt, openHeld, scrub } from './fixtures/labs';
import { lessonPath } from './fixtures/pages';
import { expect, test } from './fixtures/test';

const words = labWords.en;
const tcp = tcpViewWords.en;

/** A row of the tables, as it is heard. */
function variable(lab: Locator, side: 'client' | 'server', name: string): Locator {
  return lab
    .getByRole('table', { name: tcp.variables(tcp.sides[side]) })
    .getByRole('row', { name: new RegExp(`^${name} `) });
}

test('Step shows what moved, Back takes it back, the slider goes anywhere', async ({ page }) => {
  await page.goto(lessonPath('en'));
  const lab = await labAt(page, 'lab-open');
  for (let step = 0; step < 3; step += 1) await button(lab, words.step).click();
  await expect(variable(lab, 'server', 'RCV.NXT')).toContainText('1234568');
  await button(lab, words.step).click();
  await expect(variable(lab, 'client', 'RCV.NXT')).toContainText(words.was(tcp.meansNothingYet, '7654322'));
  await button(lab, words.back).click();
  await expect(variable(lab, 'client', 'RCV.NXT')).toContainText(tcp.meansNothingYet);
  await scrub(lab).fill('5');
  await expect(variable(lab, 'server', 'SND.UNA')).toContainText('7654322');
  await button(lab, words.restart).click();
  await expect(scrub(lab)).toHaveAttribute('aria-valuetext', words.position(0, 5));
});

test('arrow keys, Home and End work while the focus is in the lab, and the page does not scroll away', async ({
  page,
}) => {
  await page.goto(lessonPath('en'));
  const lab = await labAt(page, 'lab-open');
  await button(lab, words.step).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(scrub(lab)).toHaveAttribute('aria-valuetext', words.position(2, 5));
  await page.keyboard.press('ArrowLeft');
  await expect(scrub(lab)).toHaveAttribute('aria-valuetext', words.position(1, 5));
  await page.keyboard.press('End');
  await expect(scrub(lab)).toHaveAttribute('aria-valuetext', words.position(5, 5));
  await page.keyboard.press('Home');
  await expect(scrub(lab)).toHaveAttribute('aria-valuetext', words.position(0, 5));
});

test('playing runs to the end by itself and stops there', async ({ page }) => {
  await page.goto(lessonPath('en'));
  const lab = await labAt(page, 'lab-open');
  await lab.getByRole('combobox', { name: words.speed }).selectOption('fast');
  await button(lab, words.play).click();
  await expect(scrub(lab)).toHaveAttribute('aria-valuetext', words.position(5, 5));
  await expect(button(lab, words.play)).toBeVisible();
});

test('what was pressed before the lab had loaded is done when it has', async ({ page }) => {
  const release = await openHeld(page, lessonPath('en'), 'lab-open');
  const lab = page.locator('#lab-open');
  for (let press = 0; press < 3; press += 1) await button(lab, words.step).click();
  await expect(lab).not.toHaveAttribute('data-live');
  release();
  await expect(lab).toHaveAttribute('data-live', '');
  await expect(scrub(lab)).toHaveAttribute('aria-valuetext', words.position(3, 5));
});

for (const width of [390, 768, 1280]) {
  test(`the working lab takes exactly the room of its first picture, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const release = await openHeld(page, lessonPath('en'), 'lab-open');
    const labs = page.locator('section[id^="lab-"], section[id^="task-"]');
    const stills = await labs.evaluateAll((all) => all.map((lab) => [lab.id, lab.getBoundingClientRect().height]));
    expect(stills.length).toBeGreaterThan(10);
    release();
    for (const [id, height] of stills) {
      const lab = await labAt(page, String(id));
      expect.soft(await lab.evaluate((it) => it.getBoundingClientRect().height), String(id)).toBe(height);
    }
  });
}

test('without scripts every lab is drawn, and a run can be read in full', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(lessonPath('en'));
  const lab = page.locator('#lab-open');
  await expect(page.locator('section[id^="task-"]').last().getByRole('list', { name: words.goals })).toBeVisible();
  await expect(lab.locator('noscript p').first()).toHaveText(words.noScript);
  await expect(lab.locator('noscript svg')).toBeVisible();
  await lab.getByText(words.transcript).click();
  await expect(lab.getByRole('list').last().getByRole('listitem').last()).toContainText('ESTABLISHED');
  await page.close();
});

test('pointing at a byte says which field it is, and the arrow keys walk from byte to byte', async ({ page }) => {
  await page.goto(lessonPath('en'));
  const lab = await labAt(page, 'lab-open');
  await button(lab, words.step).click();
  await button(lab, words.step).click();
  const bytes = lab.getByRole('group', { name: words.bytes(44) });
  await bytes.getByRole('button', { name: /^byte 24, 00, Sequence number/ }).focus();
  await expect(lab.getByText(words.bytesAt(24, 27))).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(bytes.getByRole('button', { name: /^byte 40, 02/ })).toBeFocused();
  await lab.getByText(words.allFields).click();
  await lab.getByRole('button', { name: /^TCP checksum/ }).click();
  await expect(lab.getByText(words.bytesAt(36, 37))).toBeVisible();
});

test('a shared link shows the same run at the same place', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(lessonPath('en'));
  const lab = await labAt(page, 'lab-open');
  for (let step = 0; step < 2; step += 1) await button(lab, words.step).click();
  await lab.getByText(words.explore).click();
  await button(lab, tcp.callOf(tcp.calls.abort, tcp.sides.client)).click();
  const why = await lab.locator('[aria-live]').textContent();
  await button(lab, words.share).click();
  const link = await page.getByLabel(words.shareHint).inputValue();
  expect(link).toContain('/en/labs/tcp#run=1.');
  expect(link.length).toBeLessThan(1_000);
  await page.goto(link);
  const shared = await labAt(page, 'lab-listening');
  await expect(scrub(shared)).toHaveAttribute('aria-valuetext', words.position(3, 3));
  await expect(shared.locator('[aria-live]')).toHaveText(why ?? '');
});

test('a link that cannot be read begins afresh and says so', async ({ page }) => {
  await page.goto('/en/labs/tcp#run=1.nonsense');
  await expect(page.getByText(words.shareUnreadable)).toBeVisible();
});

test('the address of the lab follows what is done, and a reload keeps it', async ({ page }) => {
  await page.goto('/en/labs/tcp');
  const lab = await labAt(page, 'lab-listening');
  await button(lab, tcp.callOf(tcp.calls.open, tcp.sides.client)).click();
  await expect(page).toHaveURL(/#run=1\./);
  await page.reload();
  const again = await labAt(page, 'lab-listening');
  await expect(scrub(again)).toHaveAttribute('aria-valuetext', words.position(2, 2));
});

/** Opens the lab where a preset begins, and goes to the preset's end. */
async function endOfPreset(page: Page, preset: keyof typeof tcp.presets): Promise<Locator> {
  await page.goto('/en/labs/tcp');
  await page.getByRole('link', { name: tcp.presets[preset], exact: true }).click();
  const lab = await labAt(page, 'lab-listening');
  const steps = tcpPresets.find(({ id }) => id === preset)?.actions.length ?? 0;
  await expect(scrub(lab)).toHaveAttribute('max', String(steps));
  await lab.focus();
  await page.keyboard.press('End');
  return lab;
}

test('a long run is drawn in pages, and keys lead through them', async ({ page }) => {
  const lab = await endOfPreset(page, 'slow-start');
  const segments = lab.getByRole('list', { name: tcp.segments }).getByRole('listitem');
  const drawn = await segments.count();
  expect(drawn).toBeLessThanOrEqual(40);
  await expect(segments.first()).not.toHaveAttribute('aria-posinset', '1');
  const earlier = button(lab, tcp.earlier);
  await earlier.focus();
  for (let turns = 0; turns < 10 && (await earlier.getAttribute('aria-disabled')) !== 'true'; turns += 1)
    await page.keyboard.press('Enter');
  await expect(segments.first()).toHaveAttribute('aria-posinset', '1');
  await expect(earlier).toBeFocused();
  await lab.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(segments.first()).not.toHaveAttribute('aria-posinset', '1');
});

test('over UDP there are no states and no numbers, and the lab says so', async ({ page }) => {
  const lab = await endOfPreset(page, 'udp');
  await expect(lab.getByText(tcp.noConnection)).toHaveCount(2);
  await expect(lab.getByText('CLOSED')).toHaveCount(0);
  for (const call of ['listen', 'open', 'close', 'abort'] as const)
    await expect(button(lab, tcp.callOf(tcp.calls[call], tcp.sides.client))).toHaveCount(0);
  await expect(button(lab, tcp.callOf(tcp.calls.send, tcp.sides.client))).toBeVisible();
  await expect(lab.getByRole('table', { name: tcp.variablesUdp(tcp.sides.client) })).toContainText('welcome');
});

test('the SYNs of a flood come from strangers, by address', async ({ page }) => {
  const lab = await endOfPreset(page, 'flood');
  const first = lab.getByRole('list', { name: tcp.segments }).getByRole('listitem').first();
  await expect(first).toContainText(tcp.to('203.0.113.1', tcp.sides.server));
  await expect(first).toContainText(tcp.forged);
  await expect(lab.getByText(tcp.strangers)).toBeVisible();
});

test('a segment is built by hand, by key alone; what cannot be read is said at its field', async ({ page }) => {
  const lab = await endOfPreset(page, 'open');
  await lab.locator('summary', { hasText: tcp.build.craft }).focus();
  await page.keyboard.press('Enter');
  const form = lab.getByRole('form', { name: tcp.build.craft });
  await form.getByRole('checkbox', { name: 'RST' }).focus();
  await page.keyboard.press('Space');
  const seq = form.getByRole('textbox', { name: tcp.build.fields.seq });
  await seq.fill('twelve');
  await form.getByRole('textbox', { name: tcp.build.fields.options }).fill('0204 5');
  await page.keyboard.press('Enter');
  await expect(seq).toBeFocused();
  await expect(seq).toHaveAccessibleDescription(tcp.build.faults.seq);
  await expect(form.getByRole('textbox', { name: tcp.build.fields.options })).toHaveAccessibleDescription(
    tcp.build.faults.options,
  );
  await expect(scrub(lab)).toHaveAttribute('max', '5');
  await form.getByRole('textbox', { name: tcp.build.fields.options }).fill('');
  await seq.fill('1234568');
  await page.keyboard.press('Enter');
  await expect(scrub(lab)).toHaveAttribute('max', '6');
  await button(lab, words.step).click();
  await expect(variable(lab, 'server', 'RCV.NXT')).toContainText(words.was('1234568', tcp.meansNothingYet));
});

test('axe finds nothing where every form and every table of the lab stands open', async ({ page }) => {
  const lab = await endOfPreset(page, 'open');
  await button(lab, tcp.callOf(tcp.calls.send, tcp.sides.client)).click();
  for (const summary of await lab.locator('summary').all()) await summary.press('Enter');
  await expect(lab.getByRole('form')).toHaveCount(2);
  const { violations } = await axe(page).include('section[data-live]').analyze();
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([]);
});

test('a byte that is damaged on the way is noticed where it arrives', async ({ page }) => {
  const lab = await endOfPreset(page, 'open');
  await button(lab, tcp.callOf(tcp.calls.send, tcp.sides.client)).click();
  await lab.locator('summary', { hasText: tcp.corrupt.title }).click();
  const form = lab.getByRole('form', { name: tcp.corrupt.title });
  const byte = form.getByRole('textbox');
  await byte.fill('9999');
  await page.keyboard.press('Enter');
  await expect(byte).toHaveAttribute('aria-invalid', 'true');
  await byte.fill('41');
  await page.keyboard.press('Enter');
  await button(lab, words.step).click();
  await expect(variable(lab, 'server', 'RCV.NXT')).not.toContainText('1234573');
});
