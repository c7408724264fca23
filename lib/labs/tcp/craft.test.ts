import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameBytes } from '../bytes';
import { type Captured, writePcap } from '../pcap';
import { run } from '../replay';
import { type TcpAction, tcpActionSchema } from './action';
import { capture } from './capture';
import { bytesOfHex, type Craft, craftedBytes } from './craft';
import { whyOf } from './event';
import { isMet } from './goals';
import { flags } from './segment';
import { checksumHolds, readSegment } from './segment-bytes';
import { tcpSetupSchema } from './setup';
import { start } from './start';
import type { TcpState } from './state';
import { step } from './step';
import { tcpLab } from './tcp-lab';

const setup = tcpSetupSchema.parse({ client: { iss: 1_000 }, server: { iss: 5_000 } });
const syn: Craft = { kind: 'craft', to: 'server', flags: ['SYN'], seq: 1_000, checksum: 'right' };
const listen: TcpAction = { kind: 'listen', side: 'server' };
const next: TcpAction = { kind: 'next' };
const wait = (ms: number): TcpAction => ({ kind: 'wait', ms });

function outcome(...actions: TcpAction[]): { state: TcpState; why: ReturnType<typeof whyOf> } {
  return from(setup, ...actions);
}

function from(given: typeof setup, ...actions: TcpAction[]) {
  let state = start(given, 1);
  let why: ReturnType<typeof whyOf> = null;
  for (const action of actions) {
    const transition = step(state, tcpActionSchema.parse(action));
    state = transition.state;
    why = whyOf(transition.events);
  }
  return { state, why };
}

/** What its author would have had to write. */
const rightOf = (action: Craft) => {
  const bytes = craftedBytes(setup, { ...action, checksum: 'right' }, 0);
  return ((bytes[36] ?? 0) << 8) | (bytes[37] ?? 0);
};

describe('a segment built by hand', () => {
  it('is answered when its checksum is right, and the host in whose name it came takes the answer back', () => {
    const checksum = rightOf(syn);
    const { state } = outcome(listen, { ...syn, checksum }, next, wait(1));
    expect(state.server.state).toBe('SYN-RECEIVED');
    expect(isMet({ kind: 'checksum-passed', side: 'server', flags: ['SYN'], byHand: true }, state)).toBe(true);
    expect(outcome(listen, { ...syn, checksum }, wait(500)).state.segments.map((one) => one.flags)).toEqual([
      ['SYN'],
      ['SYN', 'ACK'],
      ['RST'],
    ]);
  });

  it('is dropped without a word under each checksum but the right one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff }), (checksum) => {
        const right = rightOf(syn);
        fc.pre(checksum !== right);
        const { state, why } = outcome(listen, { ...syn, checksum }, next);
        expect(why).toEqual({ code: 'checksum-refused', side: 'server', found: checksum, right });
        expect([state.server.state, state.segments.length, state.segments[0]?.refused]).toEqual([
          'LISTEN',
          1,
          'checksum',
        ]);
        expect(isMet({ kind: 'checksum-refused', side: 'server' }, state)).toBe(true);
        expect(isMet({ kind: 'checksum-passed', side: 'server', flags: ['SYN'] }, state)).toBe(false);
      }),
    );
  });

  it('with a checksum computed for the learner is no checksum worked out by hand', () => {
    const { state } = outcome(listen, syn, next);
    expect(isMet({ kind: 'checksum-passed', side: 'server', flags: ['SYN'] }, state)).toBe(true);
    expect(isMet({ kind: 'checksum-passed', side: 'server', flags: ['SYN'], byHand: true }, state)).toBe(false);
  });

  it('to a port that nobody has is reset from that port; a reset there is passed over', () => {
    const { state } = outcome(listen, { ...syn, destinationPort: 80 }, next);
    const answer = readSegment(state.segments[1]?.bytes ?? new Uint8Array());
    expect(answer).toMatchObject({ source: { port: 80 }, flags: ['RST', 'ACK'], ack: 1_001 });
    expect(outcome(listen, { ...syn, destinationPort: 80, flags: ['RST'] }, next).state.segments.length).toBe(1);
  });

  it('from a stranger is answered to the stranger where a backlog has room, and not at all by a plain listener', () => {
    const busy = tcpSetupSchema.parse({ server: { backlog: 2 } });
    const { state } = from(busy, listen, { ...syn, stranger: true, sourcePort: 1_234 }, next);
    expect(readSegment(state.segments[1]?.bytes ?? new Uint8Array())).toMatchObject({
      destination: { address: '203.0.113.77', port: 1_234 },
      flags: ['SYN', 'ACK'],
    });
    expect(outcome(listen, { ...syn, stranger: true }, next).why).toEqual({ code: 'stranger-ignored', side: 'server' });
    expect(outcome(listen, { ...syn, sourcePort: 9 }, next).why).toEqual({ code: 'stranger-ignored', side: 'server' });
  });

  it('may carry options, and what is no option is passed over', () => {
    const small = outcome(listen, { ...syn, options: '02 04 01 00' }, next).state;
    expect(small.server.SND.MSS).toBe(256);
    expect(outcome(listen, { ...syn, options: '02 00' }, next).state.server).toMatchObject({
      state: 'SYN-RECEIVED',
      SND: { MSS: 536 },
    });
  });

  it('brings bytes that are no text to the application', () => {
    const open: TcpAction[] = [listen, { kind: 'open', side: 'client' }, wait(200)];
    const data: TcpAction = { ...syn, flags: ['ACK'], seq: 1_001, ack: 5_001, hex: '00 ff 80' };
    const { state } = outcome(...open, data, next);
    expect([...state.server.application.received]).toEqual([0, 255, 128]);
    expect(isMet({ kind: 'received-bytes', side: 'server', hex: '00ff80' }, state)).toBe(true);
    expect(isMet({ kind: 'received-bytes', side: 'server', hex: '00ff' }, state)).toBe(false);
  });

  it('is read as it was written, whatever its fields', () => {
    const word = fc.integer({ min: 0, max: 0xffff });
    const number = fc.integer({ min: 0, max: 0xffff_ffff });
    fc.assert(
      fc.property(
        fc.record({ sourcePort: word, destinationPort: word, seq: number, ack: number, window: word, urgent: word }),
        fc.subarray([...flags]),
        fc.uint8Array({ maxLength: 60 }),
        (fields, set, data) => {
          const hex = [...data].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
          const action = tcpActionSchema.parse({ ...syn, ...fields, flags: set, hex });
          if (action.kind !== 'craft') throw new Error('not a segment');
          const read = readSegment(craftedBytes(setup, action, 7));
          const { sourcePort, destinationPort, seq, ack, window } = fields;
          expect(read).toMatchObject({ source: { port: sourcePort }, destination: { port: destinationPort } });
          expect(read).toMatchObject({ seq, ack, flags: set, wnd: window });
          expect(read && sameBytes(read.text, bytesOfHex(hex))).toBe(true);
        },
      ),
    );
  });

  it('replays to the same bytes', () => {
    const actions = [listen, syn, next, { ...syn, stranger: true, checksum: 7 } as const, wait(9_000)];
    const bytes = [1, 2].map(() => {
      const replayed = run(tcpLab, { setup, seed: 5 }, actions);
      return replayed.kind === 'replayed' ? replayed.state.segments.map((one) => [...one.bytes]) : [];
    });
    expect(bytes[0]?.length).toBeGreaterThan(2);
    expect(bytes[0]).toEqual(bytes[1]);
  });

  it('does not go over UDP', () => {
    const udp = tcpSetupSchema.parse({ protocol: 'udp' });
    expect(from(udp, syn).why).toEqual({ code: 'not-over-udp', side: 'server' });
  });
});

describe('a bit that is turned over on the way', () => {
  const sent: TcpAction[] = [
    ...[listen, { kind: 'open', side: 'client' } as const, wait(200)],
    { kind: 'send', side: 'client', text: 'hello, world' },
  ];
  const length = 20 + 20 + 12;

  it('is noticed wherever it is, the segment is dropped, and what it brought arrives by a repetition', () => {
    fc.assert(
      fc.property(fc.nat(length - 1), fc.nat(7), (byte, bit) => {
        const { state } = outcome(...sent, { kind: 'corrupt', segment: 3, byte, bit }, wait(100));
        expect(state.segments[3]?.refused).toBe(byte < 20 ? 'ip-header' : 'checksum');
        expect([state.server.application.received.length, state.segments.length]).toEqual([0, 4]);
        const later = outcome(...sent, { kind: 'corrupt', segment: 3, byte, bit }, wait(100), wait(5_000)).state;
        expect(new TextDecoder().decode(later.server.application.received)).toBe('hello, world');
      }),
      { numRuns: 150 },
    );
  });

  it('escapes when another makes up for it: two words that change in opposite ways have the same sum', () => {
    // 'h' is 68, 'l' is 6c, in the same half of their words: one loses the bit that the other gains.
    const twice: TcpAction[] = [
      { kind: 'corrupt', segment: 3, byte: 40, bit: 5 },
      { kind: 'corrupt', segment: 3, byte: 42, bit: 5 },
    ];
    const { state } = outcome(...sent, ...twice, wait(200));
    expect(new TextDecoder().decode(state.server.application.received)).toBe('lehlo, world');
    expect(state.segments[3]?.refused).toBeUndefined();
  });

  it('is in the capture of the receiver, and not in that of the sender', () => {
    const { state } = outcome(...sent, { kind: 'corrupt', segment: 3, byte: 44 }, wait(100));
    const holds = (host: 'client' | 'server') => capture(state, host).map(({ bytes }) => checksumHolds(bytes));
    expect(holds('client')).toEqual([true, true, true, true]);
    expect(holds('server')).toEqual([true, true, true, false]);
  });

  it('of a datagram is noticed as well, and the datagram is gone', () => {
    const udp = tcpSetupSchema.parse({ protocol: 'udp' });
    const { state } = from(
      udp,
      { kind: 'send', side: 'client', text: 'hi' },
      { kind: 'corrupt', segment: 0, byte: 28 },
      wait(99),
    );
    expect([state.segments[0]?.refused, state.server.application.received.length]).toEqual(['checksum', 0]);
  });

  it('that is not there changes nothing', () => {
    const { state, why } = outcome(...sent, { kind: 'corrupt', segment: 3, byte: length });
    expect(why).toEqual({ code: 'no-such-byte', segment: 3, byte: length, length });
    expect(state.segments[3]?.asSent).toBeUndefined();
  });
});

const isHere = (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'tshark')));
if (!isHere)
  process.stderr.write('not run: what tshark would say of checksums written by hand; it is not on this machine\n');

describe.runIf(isHere)('tshark', () => {
  it('finds right and wrong the same checksums as we do', () => {
    const crafts = Array.from({ length: 60 }, (_, nth) => {
      const action = { ...syn, seq: nth * 77_777_777, hex: 'ab cd ef '.repeat(nth % 5), sourcePort: 2_000 + nth };
      const right = rightOf(action);
      // A third is right, the others are off by one, or with their bytes the wrong way round.
      const checksum = nth % 3 === 0 ? right : nth % 3 === 1 ? right ^ 1 : ((right << 8) | (right >>> 8)) & 0xffff;
      return craftedBytes(setup, { ...action, flags: ['SYN'], checksum }, nth);
    });
    const verdicts = tsharkOn(crafts.map((bytes, at) => ({ at, bytes })));
    expect(verdicts).toEqual(crafts.map((bytes) => (checksumHolds(bytes) ? '1' : '0')));
    expect(new Set(verdicts).size).toBe(2);
  });
});

/** For each packet: `1`, its TCP checksum is good, or `0`, it is bad. */
function tsharkOn(packets: readonly Captured[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-crafted-'));
  const file = join(folder, 'crafted.pcap');
  writeFileSync(file, writePcap(packets));
  const read = spawnSync(
    'tshark',
    ['-r', file, '-n', '-o', 'tcp.check_checksum:TRUE', '-T', 'fields', '-e', 'tcp.checksum.status'],
    { encoding: 'utf8', env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' } },
  );
  rmSync(folder, { recursive: true });
  if (read.status !== 0) throw new Error(`tshark could not read the capture: ${read.stderr}`);
  return read.stdout.trim().split('\n');
}
