import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { flagBits } from '../tcp/segment-bytes';
import { readPacket } from './packet';
import { readCapture } from './read-capture';
import { classic, eventful, links, nextGeneration } from './test-capture';

const isHere = (name: string) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
const packets = eventful();
const wrapped = (link: string) => packets.map(({ at, bytes }) => ({ at, bytes: links[link]?.wrap(bytes) ?? bytes }));
const typeOf = (link: string) => links[link]?.type ?? 101;

/** Each form a file may have: what a judge says of it stands in verdicts/. */
const files: Record<string, Uint8Array> = {
  ...Object.fromEntries(Object.keys(links).map((link) => [`pcap, ${link}`, classic(wrapped(link), typeOf(link))])),
  'pcap, big endian': classic(wrapped('ethernet'), 1, { littleEndian: false }),
  'pcap, nanoseconds': classic(wrapped('ethernet'), 1, { nano: true }),
  'pcap, big endian, nanoseconds': classic(wrapped('ethernet'), 1, { littleEndian: false, nano: true }),
  'pcap, only the beginning of each packet': classic(wrapped('ethernet'), 1, { snap: 96 }),
  'pcapng, ethernet': nextGeneration(wrapped('ethernet'), 1),
  'pcapng, big endian': nextGeneration(wrapped('linux2'), 276, { littleEndian: false }),
  'pcapng, simple packets': nextGeneration(wrapped('raw'), 101, { simple: true }),
};

const fields = [
  ...[
    'frame.number',
    'frame.time_relative',
    'ip.src',
    'ipv6.src',
    'tcp.srcport',
    'tcp.dstport',
    'tcp.seq_raw',
    'tcp.ack_raw',
  ],
  ...['tcp.flags', 'tcp.len', 'tcp.window_size_value', 'tcp.options.mss_val', 'tcp.options.wscale.shift'],
  ...['tcp.options.timestamp.tsval', 'tcp.options.sack_le', 'udp.srcport', 'udp.dstport', 'udp.length'],
];

/** What we read, in the words of the judge. */
function ourReading(bytes: Uint8Array): string[] {
  const file = readCapture(bytes);
  if ('code' in file) return [`${file.code} at ${file.at}`];
  const [first] = file.packets;
  return file.packets.map((raw) => {
    const nanoseconds = (raw.seconds - (first?.seconds ?? 0)) * 1e9 + raw.nanoseconds - (first?.nanoseconds ?? 0);
    // Simple packets have no time.
    const time = raw.seconds === 0 ? '' : (nanoseconds / 1e9).toFixed(9);
    const packet = readPacket(raw, 0);
    if (!packet) return `${raw.number}|${time}|not read`;
    const { source, destination } = packet;
    const isV6 = source.address.includes(':');
    const addresses = [isV6 ? '' : source.address, isV6 ? source.address : ''];
    if (packet.protocol === 'udp')
      return [
        raw.number,
        time,
        ...addresses,
        ...new Array(11).fill(''),
        source.port,
        destination.port,
        packet.textLength + 8,
      ].join('|');
    const { seq, ack, flags, textLength, wnd, options } = packet;
    const bits = `0x${flagBits(flags).toString(16).padStart(4, '0')}`;
    const said = [options.mss ?? '', options.windowScale ?? '', options.timestamps?.value ?? ''];
    const sack = (options.sack ?? []).map(({ from }) => from).join(';');
    return [
      raw.number,
      time,
      ...addresses,
      source.port,
      destination.port,
      seq,
      ack,
      bits,
      textLength,
      wnd,
      ...said,
      sack,
      '',
      '',
      '',
    ].join('|');
  });
}

function inFolder<T>(what: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-reading-'));
  try {
    return what(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function tsharkReads(bytes: Uint8Array): string[] {
  return inFolder((folder) => {
    const file = join(folder, 'file');
    writeFileSync(file, bytes);
    const preferences = ['tcp.relative_sequence_numbers:FALSE', 'ip.defragment:FALSE'].flatMap((one) => ['-o', one]);
    const asked = fields.flatMap((field) => ['-e', field]);
    const read = spawnSync(
      'tshark',
      ['-r', file, '-n', ...preferences, '-T', 'fields', '-E', 'separator=|', '-E', 'aggregator=;', ...asked],
      {
        encoding: 'utf8',
        env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' },
      },
    );
    if (read.status !== 0) throw new Error(`tshark could not read it: ${read.stderr}`);
    return read.stdout.replace(/\n$/, '').split('\n');
  });
}

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const verdictFile = (name: string) => join(import.meta.dirname, 'verdicts', `${name.replaceAll(/[ ,]+/g, '-')}.txt`);

/** What was recorded of exactly this file, or null. */
function recorded(name: string, bytes: Uint8Array): string[] | null {
  if (!existsSync(verdictFile(name))) return null;
  const [of, , ...lines] = readFileSync(verdictFile(name), 'utf8').trim().split('\n');
  return of === `file ${digest(bytes)}` ? lines : null;
}

describe('a capture file', () => {
  it.each(Object.keys(files))('is read as tshark reads it: %s', async (name) => {
    const bytes = files[name] ?? new Uint8Array();
    const kept = recorded(name, bytes);
    // The quick form asks tshark only about what it has not judged yet.
    const asks = isHere('tshark') && (process.env.HANDRAIL_FULL !== undefined || kept === null);
    const verdict = asks ? tsharkReads(bytes) : kept;
    expect(ourReading(bytes)).toEqual(verdict);
    expect(verdict?.length).toBe(packets.length);
    if (asks)
      await expect([`file ${digest(bytes)}`, fields.join('|'), ...(verdict ?? []), ''].join('\n')).toMatchFileSnapshot(
        verdictFile(name),
      );
  });

  it('is read differently from the verdict when one byte of it is another: the judge would notice', () => {
    const bytes = Uint8Array.from(files['pcap, ethernet'] ?? []);
    bytes[24 + 16 + 14 + 20 + 4] = 0x55;
    expect(ourReading(bytes)).not.toEqual(ourReading(files['pcap, ethernet'] ?? bytes));
    if (isHere('tshark')) expect(ourReading(bytes)).toEqual(tsharkReads(bytes));
  });

  it.runIf(isHere('editcap'))('is read the same after other tools have written it anew', () => {
    const original = files['pcap, ethernet'] ?? new Uint8Array();
    for (const format of ['pcapng', 'nsecpcap', 'pcap']) {
      const again = inFolder((folder) => {
        writeFileSync(join(folder, 'in'), original);
        spawnSync('editcap', ['-F', format, join(folder, 'in'), join(folder, 'out')]);
        return new Uint8Array(readFileSync(join(folder, 'out')));
      });
      expect(ourReading(again)).toEqual(ourReading(original));
    }
  });

  it.runIf(isHere('mergecap'))('may have several sections and interfaces of different links', () => {
    const merged = inFolder((folder) => {
      writeFileSync(join(folder, 'a'), files['pcapng, ethernet'] ?? '');
      writeFileSync(join(folder, 'b'), files['pcap, raw'] ?? '');
      spawnSync('mergecap', ['-a', '-F', 'pcapng', '-w', join(folder, 'out'), join(folder, 'a'), join(folder, 'b')]);
      return new Uint8Array(readFileSync(join(folder, 'out')));
    });
    expect(ourReading(merged)).toEqual(tsharkReads(merged));
    expect(ourReading(merged).length).toBe(2 * packets.length);
  });
});
