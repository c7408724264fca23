import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFieldName } from './field-name';
import { segmentMap } from './segment-map';
import { play } from './test-scenario';
import { readUdp, writeUdp } from './udp-bytes';

const udp = { protocol: 'udp' as const };
const heard = (result: ReturnType<typeof play>) => new TextDecoder().decode(result.state.server.application.received);

describe('the same message over UDP', () => {
  it('needs no handshake: it is there after one way', () => {
    const result = play('0 client send hello\n 40 server is CLOSED', udp);
    expect(heard(result)).toBe('hello');
    expect(result.state.segments.length).toBe(1);
  });

  it('is lost when a datagram is lost, and nobody sends it again', () => {
    const result = play(
      `
      0 client send one
      0 client send two
      0 network lose 0
      9999 client is CLOSED`,
      udp,
    );
    expect(heard(result)).toBe('two');
  });

  it('comes out of order and more than once as the network has it', () => {
    const result = play(
      `
      0 client send one
      0 network hold 0 100
      0 client send two
      0 network duplicate 1
      999 client is CLOSED`,
      udp,
    );
    expect(heard(result)).toBe('twotwoone');
  });

  it('keeps the bounds of its datagrams, and drops what the buffer has no room for', () => {
    const result = play(
      `
      0  client send one
      0  client send three
      0  client send four
      50 server receive
      60 server is CLOSED`,
      { ...udp, server: { reading: 'on-call', window: 9 } },
    );
    expect(heard(result)).toBe('one');
    expect(result.state.server.application.buffered.length).toBe(5);
  });

  it('does not fit into one datagram when it is longer than 1,472 bytes', () => {
    const result = play('0 client send x*1473\n 99 client is CLOSED', udp);
    expect(result.state.segments).toEqual([]);
  });

  it('knows no calls of a connection', () => {
    const result = play('0 server listen\n 0 client open\n 0 client close\n 99 client is CLOSED', udp);
    expect([result.faults, result.state.segments, result.state.stateChanges]).toEqual([[], [], []]);
  });
});

describe('a datagram as bytes', () => {
  const socket = fc.record({ address: fc.ipV4(), port: fc.integer({ min: 1, max: 65_535 }) });
  const any = fc.record({
    source: socket,
    destination: socket,
    identification: fc.integer({ min: 0, max: 0xffff }),
    text: fc.uint8Array({ maxLength: 40 }),
  });

  it('reads back as what was written, and has a field for every byte', () => {
    fc.assert(
      fc.property(any, (datagram) => {
        const bytes = writeUdp(datagram);
        expect(readUdp(bytes)).toEqual(datagram);
        const map = segmentMap(bytes);
        expect(map.every(({ field }) => isFieldName(field))).toBe(true);
        for (let at = 0; at < bytes.length; at += 1)
          expect(map.some(({ from, to }) => from <= at && at < to)).toBe(true);
      }),
    );
  });

  it('is refused when it is cut, or any bit of it is flipped', () => {
    fc.assert(
      fc.property(any, fc.nat(), (datagram, place) => {
        const bytes = writeUdp(datagram);
        expect(readUdp(bytes.slice(0, place % bytes.length))).toBeNull();
        const bit = place % (bytes.length * 8);
        bytes[bit >>> 3] = (bytes[bit >>> 3] ?? 0) ^ (1 << (bit & 7));
        expect(readUdp(bytes)).toBeNull();
      }),
    );
  });
});
