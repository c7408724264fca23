import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { run } from '../replay';
import { capturePcap, keyLogFile } from './capture';
import { journeyLab } from './journey-lab';
import { type JourneyPresetId, journeyPreset, journeyPresetIds } from './presets';
import type { JourneyState } from './state';

const isHere = (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'tshark')));

/** The short form looks at those that differ most. */
const inShort: readonly JourneyPresetId[] = [
  ...(['cold', 'warm', 'lossy', 'hsts', 'resumed', 'tls12', 'no-keep-alive'] as const),
  ...(['bad-certificate', 'no-such-name', 'lame-name-server'] as const),
];
const ids = process.env.HANDRAIL_FULL ? journeyPresetIds : inShort;

const states = new Map<JourneyPresetId, JourneyState>();

function played(id: JourneyPresetId): JourneyState {
  const known = states.get(id);
  if (known) return known;
  const { setup, actions } = journeyPreset(id);
  const replay = run(journeyLab, { setup, seed: 1 }, actions);
  if (replay.kind !== 'replayed') throw new Error(replay.message);
  states.set(id, replay.state);
  return replay.state;
}

const fields = [
  ...['frame.number', 'ip.src', 'ip.dst', 'udp.dstport', 'tcp.stream', 'tcp.flags.str', 'tcp.len'],
  ...['ip.checksum.status', 'tcp.checksum.status', 'udp.checksum.status', 'dns.qry.name', 'dns.flags.rcode', 'dns.a'],
  ...['tls.handshake.type', 'tls.alert_message.desc', 'http.request.full_uri', 'http.response.code'],
  ...['_ws.malformed', '_ws.expert.message'],
];
const column = (name: string) => fields.indexOf(name);

const execute = promisify(execFile);

/** What tshark says of a capture, one packet a line, the key log beside it. */
async function tsharkReads(pcap: Uint8Array, keyLog: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-journey-'));
  await writeFile(join(folder, 'all.pcap'), pcap);
  await writeFile(join(folder, 'keys.txt'), keyLog);
  const checks = ['tcp', 'ip', 'udp'].map((protocol) => `${protocol}.check_checksum:TRUE`);
  // What was lost comes behind what was sent after it.
  const preferences = [...checks, 'tcp.reassemble_out_of_order:TRUE', `tls.keylog_file:${join(folder, 'keys.txt')}`];
  const { stdout } = await execute(
    'tshark',
    [
      ...['-r', join(folder, 'all.pcap'), '-n'],
      ...preferences.flatMap((preference) => ['-o', preference]),
      ...['-T', 'fields', '-E', 'separator=|', '-E', 'aggregator=;'],
      ...fields.flatMap((field) => ['-e', field]),
    ],
    { encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  await rm(folder, { recursive: true });
  return stdout.trimEnd().split('\n');
}

const fileOf = (name: string) => join(import.meta.dirname, 'captures', `${name}.txt`);
const linesOf = (id: JourneyPresetId) =>
  readFileSync(fileOf(id), 'utf8')
    .trim()
    .split('\n')
    .slice(2)
    .map((line) => line.split('|'));

describe('what tshark says', () => {
  // Several at a time: tshark reads while the next journey is computed.
  describe.concurrent('of the journey', () => {
    it.for(ids)('%s is what stands in captures/', async (id, { expect }) => {
      const state = played(id);
      const pcap = capturePcap(state);
      const digest = createHash('sha256').update(pcap).digest('hex');
      if (isHere) {
        const verdict = await tsharkReads(pcap, keyLogFile(state));
        await expect([`pcap ${digest}`, fields.join('|'), ...verdict, ''].join('\n')).toMatchFileSnapshot(fileOf(id));
      } else expect(readFileSync(fileOf(id), 'utf8').split('\n')[0]).toBe(`pcap ${digest}`);
    });
  });

  it.each(journeyPresetIds)('of the journey %s has good sums and no malformed packet', (id) => {
    const isGood = (parts: string[]) =>
      parts[column('ip.checksum.status')] === '1' &&
      `${parts[column('tcp.checksum.status')]}${parts[column('udp.checksum.status')]}` === '1' &&
      parts[column('_ws.malformed')] === '';
    expect(linesOf(id).filter((parts) => !isGood(parts))).toEqual([]);
  });

  it.each(journeyPresetIds)(
    'of the journey %s opens every layer: names, and what was asked and answered within TLS',
    (id) => {
      const lines = linesOf(id);
      const all = (name: string) =>
        lines.flatMap((parts) => (parts[column(name)] ?? '').split(';')).filter((one) => one !== '');
      expect(all('dns.qry.name').length).toBeGreaterThanOrEqual(2);
      const { visits } = played(id);
      const asked = visits
        .flatMap(({ requests }) => requests)
        .filter(({ connection, status }) => connection !== null && status !== null);
      expect(all('http.request.full_uri').sort()).toEqual(asked.map(({ url }) => url).sort());
      expect(all('http.response.code').length).toBe(asked.length);
    },
  );

  it('of a bad certificate is the alert that the browser sent', () => {
    expect(linesOf('bad-certificate').some((parts) => parts[column('tls.alert_message.desc')] === '45')).toBe(true);
  });

  it.runIf(isHere)('changes when one byte does: the judge can refuse', async () => {
    const state = played('no-such-name');
    const pcap = capturePcap(state);
    const before = (await tsharkReads(pcap, '')).join('\n');
    pcap[pcap.length - 3] = (pcap.at(-3) ?? 0) ^ 1;
    expect((await tsharkReads(pcap, '')).join('\n')).not.toBe(before);
    const cold = played('cold');
    const opened = (await tsharkReads(capturePcap(cold), '')).join('\n');
    expect(opened).not.toContain('https://shop.example/main.css');
  });
});
