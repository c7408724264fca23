import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Captured, writePcap } from '../pcap';
import { capture, capturePcap } from './capture';
import { plainSetup, play } from './test-scenario';

const notes = { client: { iss: 1_234_567 }, server: { iss: 7_654_321 } };
const opening = `
  0 server listen
  0 client open
`;

/** Runs whose captures an outside judge reads. What it said stands in captures/, one file a run. */
const runs: Record<string, { script: string; setup?: Parameters<typeof play>[1]; host?: 'client' | 'server' }> = {
  'open-send-close': {
    script: `${opening}
      200 client send hello
      300 server send welcome
      400 client close
      500 server close
      999999 client is CLOSED`,
    setup: notes,
  },
  'lost-text': {
    script: `${opening}
      200 client send hello
      200 network lose 3
      5000 client is ESTABLISHED`,
    setup: notes,
  },
  'lost-syn': {
    script: `${opening}
      0 network lose 0
      5000 client is ESTABLISHED`,
  },
  'lost-syn-ack': {
    script: `${opening}
      40 network lose 1
      5000 client is ESTABLISHED`,
    host: 'server',
  },
  'lost-last-ack': {
    script: `${opening}
      200 client close
      300 server close
      340 network lose 6
      5000 server is CLOSED`,
  },
  'open-together': {
    script: `
      0 client open
      0 server open
      500 client is ESTABLISHED`,
  },
  'close-together': {
    script: `${opening}
      200 client close
      200 server close
      500 client is TIME-WAIT`,
  },
  'close-in-three': {
    script: `${opening}
      200 client close
      300 server close
      999 client is TIME-WAIT`,
    setup: { ...plainSetup, server: { iss: 5_000, ackDelay: 200 } },
  },
  'half-close': {
    script: `${opening}
      200 client close
      300 server send still here
      400 server close
      999 client is TIME-WAIT`,
  },
  refused: {
    script: `
      0 client open
      500 client is CLOSED`,
  },
  aborted: {
    script: `${opening}
      200 client send hello
      300 client abort
      500 server is CLOSED`,
  },
  overtaken: {
    script: `${opening}
      200 client send one
      200 network hold 3 100
      210 client send two
      999 client is ESTABLISHED`,
    host: 'server',
  },
  copied: {
    script: `${opening}
      200 client send hello
      200 network duplicate 3
      999 client is ESTABLISHED`,
    host: 'server',
  },
  'window-closed': {
    script: `${opening}
      200 client send abcdefgh
      3000 server receive
      9000 client is ESTABLISHED`,
    setup: { ...plainSetup, server: { iss: 5_000, window: 4, reading: 'on-call' } },
  },
};

/** tcp.stream first: by it the answer is taken apart again. */
const fields = [
  'tcp.stream',
  'tcp.time_relative',
  'ip.src',
  'tcp.flags.str',
  'tcp.seq_raw',
  'tcp.ack_raw',
  'tcp.len',
  'ip.checksum.status',
  'tcp.checksum.status',
  '_ws.malformed',
  '_ws.expert.message',
];

const isHere = (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'tshark')));

const captures = Object.entries(runs).map(([name, { script, setup = plainSetup, host }], place) => {
  // A port of its own makes each run a stream of its own, so that tshark is asked once about all of them.
  const { state, faults } = play(script, { ...setup, client: { ...setup.client, port: 50_001 + place } });
  const digest = createHash('sha256').update(capturePcap(state, host)).digest('hex');
  return { name, digest, faults, packets: capture(state, host ?? 'client') };
});

/** What tshark says, stream by stream, one packet a line, sequence numbers as they are on the wire. */
function tsharkReads(packets: readonly Captured[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-captures-'));
  const file = join(folder, 'all.pcap');
  writeFileSync(file, writePcap(packets));
  const preferences = ['tcp.check_checksum:TRUE', 'ip.check_checksum:TRUE', 'tcp.relative_sequence_numbers:FALSE'];
  const read = spawnSync(
    'tshark',
    [
      ...['-r', file, '-n', '--disable-protocol', 'tls'],
      ...preferences.flatMap((preference) => ['-o', preference]),
      ...['-T', 'fields', '-E', 'separator=|', '-E', 'aggregator=;'],
      ...fields.flatMap((field) => ['-e', field]),
    ],
    { encoding: 'utf8', env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' } },
  );
  rmSync(folder, { recursive: true });
  if (read.status !== 0) throw new Error(`tshark could not read the captures: ${read.stderr}`);
  return read.stdout.trim().split('\n');
}

const fileOf = (name: string) => join(import.meta.dirname, 'captures', `${name}.txt`);
const recorded = (name: string) => readFileSync(fileOf(name), 'utf8');

let verdicts: readonly string[] = [];
beforeAll(() => {
  if (isHere) verdicts = tsharkReads(captures.flatMap(({ packets }) => packets));
  else process.stderr.write('not run: what tshark would judge; it is not on this machine\n');
});

describe('a capture', () => {
  it.each(captures)(
    'of $name is, byte for byte, the one that tshark has judged, and tshark says the same of it',
    async (run) => {
      expect(run.faults).toEqual([]);
      const stream = captures.indexOf(run);
      if (isHere) {
        const verdict = verdicts.filter((line) => line.startsWith(`${stream}|`));
        expect(verdict.length).toBe(run.packets.length);
        await expect([`pcap ${run.digest}`, fields.join('|'), ...verdict, ''].join('\n')).toMatchFileSnapshot(
          fileOf(run.name),
        );
      } else expect(recorded(run.name).split('\n')[0]).toBe(`pcap ${run.digest}`);
    },
  );

  it.each(captures)('of $name has good checksums throughout and nothing malformed', ({ name, packets }) => {
    const lines = recorded(name).trim().split('\n').slice(2);
    expect(lines.length).toBe(packets.length);
    for (const line of lines) expect(line.split('|').slice(7, 10)).toEqual(['1', '1', '']);
  });

  it('of an undisturbed connection shows the numbers of both sides and gives tshark nothing to remark on', () => {
    const text = recorded('open-send-close');
    expect(text).toContain('|1234567|0|0|');
    expect(text).toContain('|7654321|1234568|0|');
    expect(text).not.toMatch(/retransmission|duplicate|out-of-order|lost|keep-alive|window/i);
  });

  it('of a connection with a lost segment shows its retransmission', () => {
    expect(recorded('lost-text')).toMatch(/retransmission/i);
    expect(recorded('lost-syn')).toMatch(/retransmission/i);
    expect(recorded('lost-last-ack')).toMatch(/retransmission/i);
  });
});
