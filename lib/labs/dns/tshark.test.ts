import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../replay';
import { capturePcap } from './capture';
import { dnsLab } from './dns-lab';
import { type DnsPresetId, dnsPreset, dnsPresetIds } from './presets';
import type { DnsState } from './state';

const isHere = (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'tshark')));
/** A program of its own for every capture takes its time: in the quick form those with something that the others have not. */
const asked: readonly DnsPresetId[] = process.env.HANDRAIL_FULL
  ? dnsPresetIds
  : ['alias-across-zones', 'too-big-for-udp', 'forged-by-count'];

function played(id: DnsPresetId): DnsState {
  const { setup, actions } = dnsPreset(id);
  const replay = run(dnsLab, { setup, seed: 1 }, actions);
  if (replay.kind !== 'replayed') throw new Error(replay.message);
  return replay.state;
}

const fields = [
  ...['frame.number', 'ip.src', 'ip.dst', 'ip.checksum.status', 'udp.checksum.status', 'tcp.checksum.status'],
  ...[
    'tcp.flags.str',
    'dns.id',
    'dns.flags',
    'dns.qry.name',
    'dns.qry.type',
    'dns.resp.name',
    'dns.resp.type',
    'dns.resp.ttl',
  ],
  ...['dns.a', 'dns.aaaa', 'dns.cname', 'dns.ns', 'dns.mx.mail_exchange', 'dns.soa.mname', 'dns.soa.minimum_ttl'],
  ...['_ws.malformed', '_ws.expert.message'],
];

/** What tshark says of a capture, one packet a line. */
function tsharkReads(pcap: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-dns-'));
  writeFileSync(join(folder, 'all.pcap'), pcap);
  const preferences = ['tcp.check_checksum:TRUE', 'ip.check_checksum:TRUE', 'udp.check_checksum:TRUE'];
  const read = spawnSync(
    'tshark',
    [
      ...['-r', join(folder, 'all.pcap'), '-n'],
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

describe('what tshark says', () => {
  it.each(dnsPresetIds)('of %s is what stands in captures/', async (id) => {
    const pcap = capturePcap(played(id));
    const digest = createHash('sha256').update(pcap).digest('hex');
    if (isHere && asked.includes(id)) {
      const verdict = tsharkReads(pcap);
      await expect([`pcap ${digest}`, fields.join('|'), ...verdict, ''].join('\n')).toMatchFileSnapshot(fileOf(id));
    } else expect(readFileSync(fileOf(id), 'utf8').split('\n')[0]).toBe(`pcap ${digest}`);
  });

  it.each(dnsPresetIds)('of %s has good checksums, and every message is DNS that it understands', (id) => {
    const lines = readFileSync(fileOf(id), 'utf8').trim().split('\n').slice(2);
    const read = lines.map((line) => Object.fromEntries(line.split('|').map((value, index) => [fields[index], value])));
    for (const one of read) {
      expect(one['ip.checksum.status']).toBe('1');
      expect(one['udp.checksum.status'] || one['tcp.checksum.status']).toBe('1');
      expect(one['_ws.malformed']).toBe('');
    }
    // A forgery of several is in the capture several times.
    const messages = played(id).packets.reduce((sum, { forged }) => sum + Math.min(forged?.count ?? 1, 16), 0);
    expect(read.filter((one) => one['dns.id'] !== '')).toHaveLength(messages);
  });

  it.runIf(isHere)('changes when one byte of a message does', () => {
    const pcap = capturePcap(played('from-the-root'));
    const before = tsharkReads(pcap);
    const at = Buffer.from(pcap).lastIndexOf(Buffer.from('c00c', 'hex'));
    // The last record points to itself now.
    pcap.set([0xc0, 0xff], at);
    expect(tsharkReads(pcap)).not.toEqual(before);
  });
});
