import type { Locator, Page } from '@playwright/test';
import { labWords } from '../lib/words/lab';
import { tcpViewWords } from '../lib/words/tcp-view';
import { button, labAt, scrub } from './fixtures/labs';
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

/** Opens a lesson whose scripts do not come before they are let go. */
async function openHeld(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(lessonPath('en'), { waitUntil: 'domcontentloaded' });
  await expect(page.locator('#lab-open')).toHaveCSS('container-type', 'inline-size');
  return release;
}

test('what was pressed before the lab had loaded is done when it has', async ({ page }) => {
  const release = await openHeld(page);
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
    const release = await openHeld(page);
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
