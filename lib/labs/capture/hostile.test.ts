import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatenated } from '../bytes';
import { mostPackets } from './capture-file';
import { conversationsOf } from './conversation';
import { observe } from './observations';
import { readCapture } from './read-capture';
import { block, classic, eventful, links, nextGeneration } from './test-capture';

const packets = eventful();
const ethernet = packets.map(({ at, bytes }) => ({ at, bytes: links.ethernet?.wrap(bytes) ?? bytes }));
const pcap = classic(ethernet, 1);
const pcapng = nextGeneration(ethernet, 1);
const either = fc.constantFrom(pcap, pcapng);

/** Reads as far as it goes, all the way to what one may conclude. */
function readAll(bytes: Uint8Array) {
  const file = readCapture(bytes);
  if ('code' in file) return { fault: file, packets: 0 };
  const { conversations, others } = conversationsOf(file);
  const seen = conversations.reduce((sum, one) => sum + one.packets.length, 0);
  expect(seen + others).toBe(file.packets.length);
  for (const one of conversations) observe(one);
  return { fault: file.fault, packets: file.packets.length };
}

/** `head` with `times` copies of `part` behind it. */
function repeated(head: Uint8Array, part: Uint8Array, times: number): Uint8Array {
  const all = new Uint8Array(head.length + part.length * times);
  all.set(head);
  for (let at = head.length; at < all.length; at += part.length) all.set(part, at);
  return all;
}

describe('a hostile capture', () => {
  it('that is cut anywhere keeps what came before, and says where it ends', () => {
    fc.assert(
      fc.property(either, fc.nat(), (bytes, place) => {
        const to = place % bytes.length;
        const { fault, packets: count } = readAll(bytes.slice(0, to));
        expect(count).toBeLessThanOrEqual(packets.length);
        if (fault) expect(fault.at).toBeLessThanOrEqual(to);
      }),
    );
  });

  it('of which only the beginning was loaded is not called cut', () => {
    const file = readCapture(pcap.slice(0, pcap.length - 7), false);
    expect(file).toMatchObject({ fault: null, hasMore: true });
  });

  it('with any bytes overwritten is read or refused at an offset within it', () => {
    fc.assert(
      fc.property(
        either,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 20 }),
        (bytes, writes) => {
          const changed = Uint8Array.from(bytes);
          for (const [place, value] of writes) changed[place % changed.length] = value;
          const { fault } = readAll(changed);
          if (fault) expect(fault.at).toBeLessThanOrEqual(changed.length);
        },
      ),
      { numRuns: process.env.HANDRAIL_FULL ? 20_000 : 250 },
    );
  });

  it('of random bytes behind either magic number is read or refused', () => {
    fc.assert(
      fc.property(either, fc.uint8Array({ maxLength: 400 }), (bytes, noise) => {
        readAll(concatenated(bytes.slice(0, 28), noise));
        readAll(noise);
      }),
      { numRuns: process.env.HANDRAIL_FULL ? 20_000 : 250 },
    );
  });

  it('with a packet of four gigabytes is refused at that length', () => {
    const bytes = Uint8Array.from(pcap);
    bytes.set([0xff, 0xff, 0xff, 0xff], 24 + 8);
    expect(readCapture(bytes)).toMatchObject({
      packets: [],
      fault: { code: 'packet-too-long', at: 32, found: 0xffff_ffff },
    });
  });

  it('with a block of four gigabytes, of length zero or with unequal ends is refused there', () => {
    const bytes = Uint8Array.from(pcapng);
    bytes.set([0xfc, 0xff, 0xff, 0xff], 28 + 4);
    expect(readCapture(bytes)).toMatchObject({ fault: { code: 'cut', at: bytes.length } });
    bytes.set([0, 0, 0, 0], 28 + 4);
    expect(readCapture(bytes)).toMatchObject({ fault: { code: 'block-length', at: 32, found: 0 } });
    const ends = Uint8Array.from(pcapng);
    ends.set([1, 2, 3, 4], 24);
    expect(readCapture(ends)).toMatchObject({ fault: { code: 'block-ends-differ', at: 24 } });
  });

  it('with a packet of an interface that was never described is refused', () => {
    const lost = concatenated(pcapng.slice(0, 28), block(6, new Uint8Array(20), true));
    expect(readCapture(lost)).toMatchObject({ fault: { code: 'no-such-interface', at: 36, found: 0 } });
  });

  it('with interfaces without end is refused', () => {
    const many = concatenated(pcapng.slice(0, 28), ...new Array(5_000).fill(block(1, new Uint8Array(8), true)));
    expect(readCapture(many)).toMatchObject({ fault: { code: 'too-many-interfaces' } });
  });

  it('of a million packets is read up to the ten thousandth', () => {
    const empty = new Uint8Array(24 + 16 * 1_000_000);
    empty.set(pcap.slice(0, 24));
    expect(readAll(empty).packets).toBe(mostPackets);
    expect(readCapture(empty)).toMatchObject({ hasMore: true, fault: null });
  });

  it('of a million packets in blocks is read up to the ten thousandth too, and what is no packet is passed over', () => {
    const packet = block(6, new Uint8Array(20), true);
    const head = pcapng.slice(0, 28 + 32);
    const many = repeated(head, packet, 1_000_000);
    expect(readAll(many).packets).toBe(mostPackets);
    expect(readCapture(many)).toMatchObject({ hasMore: true, fault: null });
    const unknown = repeated(head, block(0x7777, new Uint8Array(0), true), 1_000_000);
    expect(readCapture(unknown)).toMatchObject({ packets: [], hasMore: false, fault: null });
  });

  it('is never copied: every packet is a view of the file, however long it says it was', () => {
    const bytes = Uint8Array.from(pcap);
    // How long the packet was on the wire, before the capture cut it: four gigabytes.
    bytes.set([0xff, 0xff, 0xff, 0xff], 24 + 12);
    const file = readCapture(bytes);
    if ('code' in file) throw new Error(file.code);
    expect(file.packets[0]?.length).toBe(0xffff_ffff);
    for (const packet of file.packets) expect(packet.bytes.buffer).toBe(bytes.buffer);
    for (const { packets: own } of conversationsOf(file).conversations)
      for (const packet of own) expect(packet.bytes.buffer).toBe(bytes.buffer);
  });

  it('whose first IP header leaves its length to a wire of four gigabytes is numbered so, and nothing is made of it', () => {
    const bytes = Uint8Array.from(pcap);
    bytes.set([0xff, 0xff, 0xff, 0xff], 24 + 12);
    bytes.set([0, 0], 24 + 16 + 14 + 2);
    const { packets: count } = readAll(bytes);
    expect(count).toBe(packets.length);
  });

  it('of ten thousand conversations, or of one with ten thousand gaps, is told apart all the same', () => {
    const segment = (change: (view: DataView) => void, at: number) => {
      const bytes = Uint8Array.from(packets[3]?.bytes ?? []);
      change(new DataView(bytes.buffer));
      return { at, bytes };
    };
    const nth = Array.from({ length: mostPackets }, (_, number) => number);
    const strangers = classic(
      nth.map((number) => segment((view) => view.setUint32(12, 0x0a00_0000 + number), number)),
      101,
    );
    const apart = readCapture(strangers);
    if ('code' in apart) throw new Error(apart.code);
    expect(conversationsOf(apart).conversations.length).toBe(mostPackets);
    const holes = classic(
      nth.map((number) => segment((view) => view.setUint32(24, number * 100_000), number)),
      101,
    );
    const one = readCapture(holes);
    if ('code' in one) throw new Error(one.code);
    const seen = conversationsOf(one).conversations.flatMap(observe);
    expect(seen.length).toBe(mostPackets);
    expect(seen.at(-1)?.saw.map(({ code }) => code)).toContain('gap-before');
  });

  it('with a packet in tunnels without end is no packet of ours', () => {
    const tags = new Uint8Array(4 * 10_000);
    for (let at = 0; at < tags.length; at += 4) tags[at] = 0x81;
    const vlans = concatenated(new Uint8Array(12), tags, Uint8Array.of(8, 0), packets[0]?.bytes ?? tags);
    const chain = new Uint8Array(40 + 8 * 8_000);
    chain[0] = 0x60;
    new DataView(chain.buffer).setUint16(4, chain.length - 40);
    // Hop-by-hop options behind hop-by-hop options.
    const file = readCapture(classic([{ at: 0, bytes: vlans }], 1));
    const long = readCapture(classic([{ at: 0, bytes: chain }], 229));
    if ('code' in file || 'code' in long) throw new Error('not read');
    expect([conversationsOf(file), conversationsOf(long)]).toEqual([
      { conversations: [], others: 1 },
      { conversations: [], others: 1 },
    ]);
  });

  it('of nothing, or of something else, is none', () => {
    expect(readCapture(new Uint8Array())).toEqual({ code: 'not-a-capture', at: 0 });
    expect(readCapture(new TextEncoder().encode('%PDF-1.7 and so on'))).toMatchObject({ code: 'not-a-capture', at: 0 });
  });
});
