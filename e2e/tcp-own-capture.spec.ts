import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { tcpPresets } from '../components/labs/tcp/tcp-presets';
import { writePcap } from '../lib/labs/pcap';
import { capture, capturePcap, capturePcapng } from '../lib/labs/tcp/capture';
import { tcpLab } from '../lib/labs/tcp/tcp-lab';
import { tcpCaptureWords } from '../lib/words/tcp-capture';
import { tcpViewWords } from '../lib/words/tcp-view';
import { axe } from './fixtures/axe';
import { labAt } from './fixtures/labs';
import { languages } from './fixtures/languages';
import { expect, test } from './fixtures/test';

const words = tcpCaptureWords.en;
const tcp = tcpViewWords.en;

/** Where a preset has come to after all of its actions. */
function endOf(id: (typeof tcpPresets)[number]['id']) {
  const preset = tcpPresets.find((one) => one.id === id);
  if (!preset) throw new Error(`expected a preset ${id}`);
  return preset.actions.reduce((state, it) => tcpLab.step(state, it).state, tcpLab.start(preset.setup, preset.seed));
}

function fileOf(name: string, bytes: Uint8Array) {
  return { name, mimeType: 'application/vnd.tcpdump.pcap', buffer: Buffer.from(bytes) };
}

async function handIn(page: Page, name: string, bytes: Uint8Array): Promise<Locator> {
  await page.getByLabel(words.choose).setInputFiles(fileOf(name, bytes));
  return page.getByRole('region', { name: words.region(name) });
}

/** All that is written in a diagram. */
const writtenIn = (place: Locator) => place.locator('svg[viewBox^="0 0 430"] text').allTextContents();

test('a capture of our own, handed in again, is drawn as the diagram it came from', async ({ page }) => {
  await page.goto('/en/labs/tcp');
  await page.getByRole('link', { name: tcp.presets['half-close'] }).click();
  const lab = await labAt(page, 'lab-listening');
  await lab.focus();
  await page.keyboard.press('End');
  await expect(lab.getByText('TIME-WAIT').first()).toBeAttached();
  const view = await handIn(page, 'half-close.pcap', capturePcap(endOf('half-close')));
  await view.getByRole('checkbox', { name: words.fromZero }).uncheck();
  expect((await writtenIn(view)).sort()).toEqual((await writtenIn(lab)).sort());
});

test('nothing is loaded before a file is chosen, and nothing leaves the browser after', async ({ page }) => {
  await page.goto('/en/labs/tcp');
  await labAt(page, 'lab-listening');
  await page.waitForLoadState('networkidle');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  expect(page.workers()).toHaveLength(0);
  const view = await handIn(page, 'whole.pcap', capturePcap(endOf('whole')));
  await expect(view).toBeVisible();
  expect(asked.length).toBeGreaterThan(0);
  for (const request of asked) expect(request).toMatch(/^GET \/_next\/static\//);
  // The worker has answered, and has ended.
  await expect.poll(() => page.workers().length).toBe(0);
});

test('a file can be dropped; what stands out is marked; a packet is chosen by key and shows its bytes', async ({
  page,
}) => {
  await page.goto('/en/labs/tcp');
  const bytes = [...capturePcap(endOf('fast-retransmit'))];
  const dropped = await page.evaluateHandle((bytes) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], 'lost.pcap'));
    return data;
  }, bytes);
  const box = page.getByRole('heading', { name: words.title }).locator('..');
  for (const type of ['dragover', 'drop']) await box.dispatchEvent(type, { dataTransfer: dropped });
  const view = page.getByRole('region', { name: words.region('lost.pcap') });
  const packets = view.getByRole('list', { name: words.packetsOf });
  await expect(packets.getByRole('button', { name: words.saw({ code: 'sent-again' }) })).toHaveCount(1);
  await expect(packets.getByText(words.saw({ code: 'duplicate-ack', count: 3 }))).toBeVisible();
  const again = packets.getByRole('button', { name: words.saw({ code: 'sent-again' }) });
  await again.focus();
  await page.keyboard.press('Enter');
  await expect(again).toHaveAttribute('aria-pressed', 'true');
  await view.getByRole('button', { name: /^byte 24, .*Sequence number/ }).focus();
  await expect(view.getByText('bytes 24–27')).toBeVisible();
});

const hasEditcap = spawnSync('editcap', ['--version']).status === 0;

/** A run as pcapng: written by Wireshark's own editcap, or by us where there is none. */
function pcapngOf(own: string, other: string): Buffer {
  const state = endOf('reset');
  if (!hasEditcap) return Buffer.from(capturePcapng(state));
  writeFileSync(own, capturePcap(state));
  expect(spawnSync('editcap', ['-F', 'pcapng', own, other]).status).toBe(0);
  return readFileSync(other);
}

test('a pcapng is read, that of another tool where there is one', async ({ page }, info) => {
  const file = pcapngOf(info.outputPath('own.pcap'), info.outputPath('other.pcapng'));
  await page.goto('/en/labs/tcp');
  const view = await handIn(page, 'other.pcapng', file);
  await expect(view.getByText('pcapng', { exact: true })).toBeVisible();
  await expect(view.getByRole('button', { name: words.saw({ code: 'resets' }) })).toHaveCount(1);
});

test('a hostile file is told off at its offset, and the page goes on', async ({ page }) => {
  await page.goto('/en/labs/tcp');
  const lab = await labAt(page, 'lab-listening');
  const told = page.getByRole('status').filter({ hasText: 'At byte' });
  const sound = Buffer.from(capturePcap(endOf('open')));
  const long = Buffer.from(sound);
  // The length of the second packet, behind a header of 24 bytes and a packet of 16 and 44.
  long.writeUInt32LE(0xffff_ffff, 24 + 16 + 44 + 8);
  await handIn(page, 'long.pcap', long);
  await expect(told).toContainText(words.fault({ code: 'packet-too-long', at: 92, found: 0xffff_ffff }));
  await expect(told).toContainText(words.faultAfter(1));
  await handIn(page, 'cut.pcap', sound.subarray(0, sound.length - 5));
  await expect(told).toContainText(words.fault({ code: 'cut', at: sound.length - 5 }));
  await handIn(page, 'letter.pcap', Buffer.from('Dear reader, this is a letter.'));
  await expect(told).toContainText(words.fault({ code: 'not-a-capture', at: 0 }));
  await expect(page.getByRole('region', { name: words.region('letter.pcap') })).toHaveCount(0);
  await lab.getByRole('button', { name: tcp.callOf(tcp.calls.open, tcp.sides.client) }).click();
  await expect(lab.getByText('SYN-SENT').first()).toBeAttached();
});

test('of a large file the first ten thousand packets are shown, a page at a time', async ({ page }) => {
  const packets = capture(endOf('whole'), 'client');
  const many = Array.from({ length: 1_200 }, () => packets).flat();
  await page.goto('/en/labs/tcp');
  const view = await handIn(page, 'many.pcap', writePcap(many));
  await expect(page.getByText(words.hasMore(10_000))).toBeVisible();
  await expect(view.getByText(words.packetsShown(1, 20, 10_000))).toBeVisible();
  await view.getByRole('button', { name: tcp.later }).click();
  await expect(view.getByText(words.packetsShown(21, 40, 10_000))).toBeVisible();
  expect(await view.locator('svg g[data-object]').count()).toBeLessThanOrEqual(40);
});

test('of many conversations twenty are shown at a time, and one is chosen by key', async ({ page }) => {
  const flooded = [
    { kind: 'listen', side: 'server' },
    { kind: 'flood', side: 'server', syns: 64 },
    { kind: 'wait', ms: 100 },
  ] as const;
  const preset = tcpPresets.find(({ id }) => id === 'flood');
  if (!preset) throw new Error('expected a preset with a flood');
  const state = flooded.reduce((state, it) => tcpLab.step(state, it).state, tcpLab.start(preset.setup, 1));
  await page.goto('/en/labs/tcp');
  const view = await handIn(page, 'flood.pcap', capturePcap(state, 'server'));
  await expect(view.getByText(words.conversationsShown(1, 20, 64))).toBeVisible();
  await view.getByRole('button', { name: tcp.later }).click();
  await expect(view.getByText(words.conversationsShown(21, 40, 64))).toBeVisible();
  const stranger = view.getByRole('radio', { name: /^203\.0\.113\.21:/ });
  await stranger.focus();
  await page.keyboard.press('Space');
  await expect(stranger).toBeChecked();
  await expect(view.locator('small', { hasText: '203.0.113.21' })).toBeVisible();
});

for (const locale of languages('zh')) {
  test(`the view of a capture has nothing that axe finds fault with, ${locale}`, async ({ page }) => {
    await page.goto(`/${locale}/labs/tcp`);
    const own = tcpCaptureWords[locale];
    await page.getByLabel(own.choose).setInputFiles(fileOf('slow.pcap', capturePcap(endOf('slow-start'))));
    await expect(page.getByRole('region', { name: own.region('slow.pcap') })).toBeVisible();
    expect((await axe(page).analyze()).violations).toEqual([]);
  });
}
