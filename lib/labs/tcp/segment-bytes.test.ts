import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsAt } from '../byte-map';
import { fieldNames } from './field-name';
import { flags } from './segment';
import { type Addressed, readSegment, writeSegment } from './segment-bytes';
import { segmentMap } from './segment-map';
import { writeUdp } from './udp-bytes';

const port = fc.integer({ min: 1, max: 65_535 });
const socket = fc.record({ address: fc.ipV4(), port });
const number = fc.integer({ min: 0, max: 0xffff_ffff });

const anySegment: fc.Arbitrary<Addressed> = fc
  .record(
    {
      source: socket,
      destination: socket,
      identification: fc.integer({ min: 0, max: 0xffff }),
      seq: number,
      ack: number,
      flags: fc.subarray([...flags]),
      wnd: fc.integer({ min: 0, max: 65_535 }),
      mss: fc.integer({ min: 0, max: 65_535 }),
      text: fc.uint8Array({ maxLength: 64 }),
    },
    { requiredKeys: ['source', 'destination', 'identification', 'seq', 'ack', 'flags', 'wnd', 'text'] },
  )
  .map((segment) => segment);

describe('a segment as bytes', () => {
  it('reads back as what was written', () => {
    fc.assert(
      fc.property(anySegment, (segment) => {
        expect(readSegment(writeSegment(segment))).toEqual(segment);
      }),
    );
  });

  it('is refused when any one bit of it is flipped', () => {
    fc.assert(
      fc.property(anySegment, fc.nat(), fc.integer({ min: 0, max: 7 }), (segment, place, bit) => {
        const bytes = writeSegment(segment);
        const at = place % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        const read = readSegment(bytes);
        // DSCP and the like are covered by the header checksum too: no bit goes unnoticed.
        expect(read).toBeNull();
      }),
    );
  });

  it('is refused, not read past its end, when it is cut anywhere', () => {
    fc.assert(
      fc.property(anySegment, fc.nat(), (segment, place) => {
        const bytes = writeSegment(segment);
        expect(readSegment(bytes.slice(0, place % bytes.length))).toBeNull();
      }),
    );
  });

  it('has a field for every byte, and no bit in two fields', () => {
    fc.assert(
      fc.property(anySegment, (segment) => {
        const bytes = writeSegment(segment);
        const map = segmentMap(bytes);
        const owners = new Array<number>(bytes.length * 8).fill(0);
        for (const field of map) {
          const from = field.from * 8 + (field.bits?.from ?? 0);
          const to = field.bits ? field.from * 8 + field.bits.to : field.to * 8;
          for (let bit = from; bit < to; bit += 1) owners[bit] = (owners[bit] ?? 0) + 1;
        }
        expect(owners.every((count) => count === 1)).toBe(true);
        expect(map.map(({ field }) => field).filter((name) => !fieldNames.some((known) => known === name))).toEqual([]);
      }),
    );
  });

  it('has a name for every byte even when bits were turned over, or it was built with nonsense for options', () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { maxLength: 8 });
    const udp = fc.record({ source: socket, destination: socket, text: fc.uint8Array({ maxLength: 9 }) });
    const either = fc.oneof(
      anySegment.map((segment) => writeSegment(segment)),
      udp.map((datagram) => writeUdp({ ...datagram, identification: 1 })),
    );
    fc.assert(
      fc.property(either, flips, (bytes, changes) => {
        for (const [place, bits] of changes) bytes[place % bytes.length] = (bytes[place % bytes.length] ?? 0) ^ bits;
        const map = segmentMap(bytes);
        for (let at = 0; at < bytes.length; at += 1) expect(fieldsAt(map, at).length).toBeGreaterThan(0);
        for (const { from, to } of map) expect([from >= 0, from < to, to <= bytes.length]).toEqual([true, true, true]);
      }),
    );
  });

  it('says what each field holds', () => {
    const bytes = writeSegment({
      source: { address: '192.0.2.10', port: 49_396 },
      destination: { address: '198.51.100.20', port: 443 },
      identification: 7,
      seq: 1_234_567,
      ack: 0,
      flags: ['SYN'],
      wnd: 65_535,
      mss: 1_460,
      text: new Uint8Array(0),
    });
    const saidBy = (name: string) => segmentMap(bytes).find(({ field }) => field === name)?.value;
    expect(saidBy('ip.source')).toBe('192.0.2.10');
    expect(saidBy('ip.length')).toBe(44);
    expect(saidBy('tcp.source-port')).toBe(49_396);
    expect(saidBy('tcp.seq')).toBe(1_234_567);
    expect(saidBy('tcp.flag.SYN')).toBe(1);
    expect(saidBy('tcp.flag.ACK')).toBe(0);
    expect(saidBy('tcp.data-offset')).toBe(6);
    expect(saidBy('tcp.option.mss')).toBe(1_460);
    expect(fieldsAt(segmentMap(bytes), 33).map(({ field }) => field)).toEqual(
      [...flags].reverse().map((flag) => `tcp.flag.${flag}`),
    );
    // RFC 1071's own way to check: the sum over everything, checksum included, is zero. Here by the known bytes of a real capture.
    expect([...bytes.slice(20, 32)]).toEqual([0xc0, 0xf4, 0x01, 0xbb, 0x00, 0x12, 0xd6, 0x87, 0, 0, 0, 0]);
  });
});
