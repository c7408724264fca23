import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { parse } from 'yaml';
import { z } from 'zod';
import { tcpPresets } from '../components/labs/tcp/tcp-presets';
import { type Run, runSchema } from '../lib/labs/run';
import { capturePcap, capturePcapng } from '../lib/labs/tcp/capture';
import { tcpLab } from '../lib/labs/tcp/tcp-lab';
import { tcpViewWords } from '../lib/words/tcp-view';
import { labAt, lessonFolder, scrub } from './fixtures/labs';
import { lessonPath } from './fixtures/pages';
import { expect, test } from './fixtures/test';

const tcp = tcpViewWords.en;

/** Goes to the end of the run and downloads the capture. */
async function captureOf(page: Page, lab: Locator, file: string, name: string = tcp.pcapLong): Promise<Buffer> {
  await lab.focus();
  await page.keyboard.press('End');
  const download = page.waitForEvent('download');
  await lab.getByRole('button', { name }).click();
  await (await download).saveAs(file);
  return readFileSync(file);
}

/** What the engine itself would write at the end of a run. */
function written({ setup, seed, given, actions }: Extract<Run, { lab: 'tcp' }>, write = capturePcap): Buffer {
  const start = tcpLab.start(setup, seed);
  return Buffer.from(write([...given, ...actions].reduce((state, it) => tcpLab.step(state, it).state, start)));
}

test('a downloaded capture is what the engine wrote; tshark finds every checksum good and nothing suspicious', async ({
  page,
}, info) => {
  await page.goto('/en/labs/tcp');
  await page.getByRole('link', { name: tcp.presets.whole }).click();
  const lab = await labAt(page, 'lab-listening');
  await expect(scrub(lab)).toHaveAttribute('max', '15');
  const file = info.outputPath('lab.pcap');
  const whole = tcpPresets.find(({ id }) => id === 'whole');
  expect(await captureOf(page, lab, file)).toEqual(whole && written(whole));
  expect(await captureOf(page, lab, info.outputPath('lab.pcapng'), tcp.pcapngLong)).toEqual(
    whole && written(whole, capturePcapng),
  );
  if (!hasTshark) return;
  const decoded = tshark(file);
  expect(decoded).toHaveLength(9);
  for (const packet of decoded) expect(packet).toMatchObject({ ip: '1', tcp: '1', suspicious: '' });
  expect(decoded.slice(0, 3).map(({ seq, ack }) => [seq, ack])).toEqual([
    ['1234567', '0'],
    ['7654321', '1234568'],
    ['1234568', '7654322'],
  ]);
});

test('a capture of a lost SYN is what the engine wrote; tshark sees the retransmission', async ({ page }, info) => {
  await page.goto(lessonPath('en'));
  const lab = await labAt(page, 'lab-lost-syn');
  const file = info.outputPath('lost-syn.pcap');
  const run = {
    id: 'lost-syn',
    ...z.looseObject({}).parse(parse(readFileSync(join(lessonFolder, 'lost-syn.run.yaml'), 'utf8'))),
  };
  const parsed = runSchema.parse(run);
  if (parsed.lab !== 'tcp') throw new Error(`expected a run of the tcp lab, found ${parsed.lab}`);
  expect(await captureOf(page, lab, file)).toEqual(written(parsed));
  if (!hasTshark) return;
  const [first, again, ...others] = tshark(file);
  expect(first).toMatchObject({ seq: '1234567', retransmitted: '' });
  expect(again).toMatchObject({ seq: '1234567', retransmitted: '1', tcp: '1' });
  for (const packet of others) expect(packet).toMatchObject({ suspicious: '', tcp: '1' });
});

/** Where there is none, `npm test` says what was not run. */
const hasTshark = spawnSync('tshark', ['--version']).status === 0;

/** What Wireshark makes of a file: checksum verdicts (1 is good), raw numbers, its own suspicions. */
function tshark(file: string) {
  const fields = [
    'ip.checksum.status',
    'tcp.checksum.status',
    'tcp.seq_raw',
    'tcp.ack_raw',
    'tcp.analysis.flags',
    'tcp.analysis.retransmission',
  ];
  const checks = ['ip.check_checksum:TRUE', 'tcp.check_checksum:TRUE'].flatMap((option) => ['-o', option]);
  const args = ['-r', file, ...checks, '-T', 'fields', ...fields.flatMap((field) => ['-e', field])];
  const lines = execFileSync('tshark', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return lines
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [ip, tcp, seq, ack, suspicious = '', retransmitted = ''] = line.split('\t');
      return { ip, tcp, seq, ack, suspicious, retransmitted };
    });
}
