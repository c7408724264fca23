import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCapture } from './capture/read-capture';
import { type Commented, writePcapng } from './pcapng';
import { capture, capturePcapng } from './tcp/capture';
import { play } from './tcp/test-scenario';

const epoch = Date.UTC(2022, 7, 1) / 1_000;
const { state } = play('0 server listen\n 0 client open\n 200 client send hello\n 999 client is ESTABLISHED');
const packets: Commented[] = capture(state, 'client').map((packet, nth) =>
  nth % 2 === 0 ? { ...packet, comment: `第${nth}个` } : packet,
);

describe('a pcapng file', () => {
  it('reads back as what was written, to the nanosecond', () => {
    const some = fc.array(fc.record({ at: fc.nat(10_000_000), bytes: fc.uint8Array({ maxLength: 90 }) }));
    fc.assert(
      fc.property(some, fc.option(fc.string(), { nil: undefined }), (written, comment) => {
        const commented = written.map((packet) => (comment === undefined ? packet : { ...packet, comment }));
        const read = readCapture(writePcapng(commented, epoch, comment));
        if ('code' in read) throw new Error(read.code);
        expect(read.fault).toBeNull();
        expect(read.packets.map(({ bytes }) => [...bytes])).toEqual(written.map(({ bytes }) => [...bytes]));
        expect(read.packets.map((one) => (one.seconds - epoch) * 1_000 + one.nanoseconds / 1e6)).toEqual(
          written.map(({ at }) => at),
        );
      }),
    );
  });

  it('of a run has the packets of its pcap file', () => {
    const read = readCapture(capturePcapng(state));
    if ('code' in read) throw new Error(read.code);
    expect(read.packets.map(({ bytes }) => [...bytes])).toEqual(
      capture(state, 'client').map(({ bytes }) => [...bytes]),
    );
  });
});

const isHere = (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'tshark')));
if (!isHere) process.stderr.write('not run: what tshark would read in a pcapng file; it is not on this machine\n');

describe.runIf(isHere)('tshark', () => {
  const fields = ['frame.time_epoch', 'frame.comment', 'tcp.flags.str', 'tcp.checksum.status'];

  it('reads every packet with its time and its comment', () => {
    const lines = tsharkOn(writePcapng(packets, epoch, 'CLIENT_RANDOM 00 00\n'));
    expect(lines.map((line) => line.split('|').slice(0, 2))).toEqual(
      packets.map(({ at, comment = '' }) => [
        `${epoch + Math.floor(at / 1_000)}.${`${at % 1_000}`.padStart(3, '0')}000000`,
        comment,
      ]),
    );
    expect(lines.map((line) => line.split('|')[3])).toEqual(packets.map(() => '1'));
  });

  it('refuses a file in which the two lengths of a block differ', () => {
    const broken = writePcapng(packets, epoch);
    broken[24] = 99;
    expect(() => tsharkOn(broken)).toThrow();
  });

  function tsharkOn(bytes: Uint8Array): string[] {
    const folder = mkdtempSync(join(tmpdir(), 'handrail-pcapng-'));
    const file = join(folder, 'run.pcapng');
    writeFileSync(file, bytes);
    const read = spawnSync(
      'tshark',
      [
        ...['-r', file, '-n', '-o', 'tcp.check_checksum:TRUE', '-T', 'fields', '-E', 'separator=|'],
        ...fields.flatMap((field) => ['-e', field]),
      ],
      { encoding: 'utf8', env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8', TZ: 'UTC' } },
    );
    rmSync(folder, { recursive: true });
    if (read.status !== 0) throw new Error(`tshark could not read the capture: ${read.stderr}`);
    return read.stdout.trim().split('\n');
  }
});
