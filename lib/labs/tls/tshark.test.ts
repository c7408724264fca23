import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../replay';
import { capturePcap, keyLogFile } from './capture';
import { type TlsPresetId, tlsPreset, tlsPresetIds } from './presets';
import type { TlsState } from './state';
import { tlsLab } from './tls-lab';

const isHere = (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'tshark')));
const hosts = ['client', 'server'] as const;

function played(id: TlsPresetId): TlsState {
  const { setup, actions } = tlsPreset(id);
  const replay = run(tlsLab, { setup, seed: 1 }, actions);
  if (replay.kind !== 'replayed') throw new Error(replay.message);
  return replay.state;
}

const fields = [
  ...['frame.number', 'ip.src', 'tcp.flags.str', 'tcp.len', 'ip.checksum.status', 'tcp.checksum.status'],
  ...['tls.record.content_type', 'tls.handshake.type', 'tls.alert_message.desc', 'http.request.line', 'http.file_data'],
  ...['_ws.malformed', '_ws.expert.message'],
];

/** What tshark says of a capture, one packet a line, the key log beside it. */
function tsharkReads(pcap: Uint8Array, keyLog: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-tls-'));
  writeFileSync(join(folder, 'all.pcap'), pcap);
  writeFileSync(join(folder, 'keys.txt'), keyLog);
  const preferences = [
    'tcp.check_checksum:TRUE',
    'ip.check_checksum:TRUE',
    `tls.keylog_file:${join(folder, 'keys.txt')}`,
  ];
  const read = spawnSync(
    'tshark',
    [
      ...['-r', join(folder, 'all.pcap'), '-n', '-d', 'tcp.port==443,tls'],
      ...preferences.flatMap((preference) => ['-o', preference]),
      ...['-T', 'fields', '-E', 'separator=|', '-E', 'aggregator=;'],
      ...fields.flatMap((field) => ['-e', field]),
    ],
    { encoding: 'utf8' },
  );
  rmSync(folder, { recursive: true });
  if (read.status !== 0) throw new Error(read.stderr);
  return read.stdout.trimEnd().split('\n');
}

const fileOf = (name: string) => join(import.meta.dirname, 'captures', `${name}.txt`);

const cases = tlsPresetIds.flatMap((id) => hosts.map((host) => ({ id, host, name: `${id}-${host}` })));

describe('what tshark says', () => {
  it.each(cases)('of $name is what stands in captures/', async ({ id, host, name }) => {
    const state = played(id);
    const pcap = capturePcap(state, host);
    const digest = createHash('sha256').update(pcap).digest('hex');
    if (isHere) {
      const verdict = tsharkReads(pcap, keyLogFile(state));
      await expect([`pcap ${digest}`, fields.join('|'), ...verdict, ''].join('\n')).toMatchFileSnapshot(fileOf(name));
    } else expect(readFileSync(fileOf(name), 'utf8').split('\n')[0]).toBe(`pcap ${digest}`);
  });

  it.each(cases)('of $name has good checksums and no malformed packet', ({ name }) => {
    for (const line of readFileSync(fileOf(name), 'utf8').trim().split('\n').slice(2)) {
      const parts = line.split('|');
      expect(parts.slice(4, 6)).toEqual(['1', '1']);
      expect(parts[11]).toBe('');
    }
  });

  it.each(['tls12-rsa', 'tls12-ecdhe', 'tls12-resumed', 'tls13', 'tls13-retry', 'tls13-resumed'] as const)(
    'of %s shows the request and the answer, opened by the key log',
    (id) => {
      for (const host of hosts) {
        const text = readFileSync(fileOf(`${id}-${host}`), 'utf8');
        expect(text).toContain('Host: shop.example');
        expect(text).toContain('umbrellas');
      }
    },
  );

  it.runIf(isHere)('changes when one byte of a record does', () => {
    const state = played('tls13');
    const pcap = capturePcap(state, 'client');
    const before = tsharkReads(pcap, keyLogFile(state)).join('\n');
    const at = Buffer.from(pcap).lastIndexOf(Buffer.from('170303', 'hex')) + 12;
    pcap[at] = (pcap[at] ?? 0) ^ 1;
    expect(tsharkReads(pcap, keyLogFile(state)).join('\n')).not.toBe(before);
  });
});
