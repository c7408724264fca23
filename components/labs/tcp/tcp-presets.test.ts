import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writePcap } from '@/lib/labs/pcap';
import { run } from '@/lib/labs/replay';
import { capture } from '@/lib/labs/tcp/capture';
import { tcpLab } from '@/lib/labs/tcp/tcp-lab';
import { tcpPresets } from './tcp-presets';

const isHere = (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'tshark')));

/** What crossed the wire at the server, to the end of the run and two seconds on. */
function packetsOf(preset: (typeof tcpPresets)[number]) {
  const actions = [...preset.actions, { kind: 'wait' as const, ms: 2_000 }];
  const replayed = run(tcpLab, preset, actions);
  if (replayed.kind !== 'replayed') throw new Error(replayed.message);
  return capture(replayed.state, 'server');
}

/** What there is to remark on in each, and nothing else: kinds of expert information by name. */
const staged: Record<string, RegExp> = {
  lossy: /retransmission|Establish|previous segment/i,
  disorder: /retransmission|out-of-order|Duplicate ACK|duplicate/i,
  'lost-syn': /retransmission/i,
  'fast-retransmit': /retransmission|out-of-order|Duplicate ACK|previous segment/i,
  'slow-start': /retransmission|out-of-order|Duplicate ACK|previous segment/i,
  'zero-window': /window|keep-alive|probe/i,
  options: /retransmission|out-of-order|Duplicate ACK|previous segment|window/i,
  flood: /retransmission|port numbers reused/i,
  cookies: /retransmission|port numbers reused/i,
  'old-duplicate': /retransmission|Duplicate ACK/i,
  'forged-reset': /RST|reset|Duplicate ACK/i,
  reset: /RST|reset/i,
  refused: /RST|reset/i,
  together: /retransmission|SYN/i,
};

/** Every SYN, SYN,ACK and FIN is remarked on by tshark, staged or not. */
const usual = /^(Connection establish|Connection finish|This frame (initiates|undergoes) the connection closing|$)/;

function tsharkSays(packets: ReturnType<typeof packetsOf>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-presets-'));
  const file = join(folder, 'preset.pcap');
  writeFileSync(file, writePcap(packets));
  const preferences = ['tcp.check_checksum:TRUE', 'ip.check_checksum:TRUE', 'udp.check_checksum:TRUE'].flatMap(
    (one) => ['-o', one],
  );
  const fields = [
    'frame.protocols',
    'ip.checksum.status',
    'tcp.checksum.status',
    'udp.checksum.status',
    '_ws.malformed',
    '_ws.expert.message',
  ];
  const read = spawnSync(
    'tshark',
    [
      '-r',
      file,
      '-n',
      '--disable-protocol',
      'tls',
      ...preferences,
      '-T',
      'fields',
      '-E',
      'separator=|',
      '-E',
      'aggregator=;',
      ...fields.flatMap((field) => ['-e', field]),
    ],
    { encoding: 'utf8', env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' } },
  );
  rmSync(folder, { recursive: true });
  if (read.status !== 0) throw new Error(`tshark could not read it: ${read.stderr}`);
  return read.stdout.replace(/\n$/, '').split('\n');
}

const verdictFile = (id: string) => join(import.meta.dirname, 'verdicts', `${id}.txt`);

describe.each(tcpPresets.filter((preset) => packetsOf(preset).length > 0))('the preset $id', (preset) => {
  const packets = packetsOf(preset);
  const digest = `pcap ${createHash('sha256').update(writePcap(packets)).digest('hex')}`;

  it('is decoded by tshark: checksums right, nothing malformed, and remarks only on what is staged', async () => {
    const kept = existsSync(verdictFile(preset.id))
      ? readFileSync(verdictFile(preset.id), 'utf8').trim().split('\n')
      : [];
    const asks = isHere && (process.env.HANDRAIL_FULL !== undefined || kept[0] !== digest);
    const lines = asks ? tsharkSays(packets) : kept.slice(1);
    if (!asks) expect(kept[0]).toBe(digest);
    expect(lines.length).toBe(packets.length);
    for (const line of lines) {
      const [protocols = '', ip, tcp, udp, malformed, remarks = ''] = line.split('|');
      expect(protocols).toMatch(/^raw:ip:(tcp|udp)/);
      expect([ip, tcp || udp, malformed]).toEqual(['1', '1', '']);
      for (const remark of remarks.split(';')) {
        if (!usual.test(remark)) expect(remark).toMatch(staged[preset.id] ?? /^nothing is staged$/);
      }
    }
    if (asks) await expect([digest, ...lines, ''].join('\n')).toMatchFileSnapshot(verdictFile(preset.id));
  });
});

it('has more than twenty ways to begin', () => {
  expect(tcpPresets.length).toBeGreaterThan(20);
});
