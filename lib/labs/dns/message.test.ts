import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsAt } from '../byte-map';
import { decodeMessage, messageMap } from './decode-message';
import { encodeMessage } from './encode-message';
import { emptyMessage, type Message } from './message';
import { anyMessage } from './test-messages';

const numRuns = process.env.HANDRAIL_FULL ? 10_000 : 300;
const hex = (text: string) => Uint8Array.from(Buffer.from(text.replace(/\s/g, ''), 'hex'));
/** A response to `a.example. A` with one record to come, 27 bytes. */
const head = '0001 8400 0001 0001 0000 0000 0161 07 6578616d706c65 00 0001 0001';
const faultOf = (bytes: Uint8Array) => {
  const decoded = decodeMessage(bytes);
  return decoded.kind === 'fault' ? decoded.fault : decoded.kind;
};

describe('a message', () => {
  it('comes back from its bytes as it was, whatever bytes its labels and data are', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        expect(decodeMessage(encodeMessage(message))).toEqual({ kind: 'message', message });
      }),
      { numRuns, endOnFailure: true },
    );
  });

  it('has a name for each of its bytes, and every field lies within it', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const bytes = encodeMessage(message);
        const map = messageMap(bytes);
        expect([...bytes.keys()].filter((index) => fieldsAt(map, index).length === 0)).toEqual([]);
        expect(map.every(({ from, to }) => from <= to && to <= bytes.length)).toBe(true);
      }),
      { numRuns: Math.round(numRuns / 3), endOnFailure: true },
    );
  });

  it('points at a name that stands already instead of writing it again', () => {
    const name = 'www.shop.example.';
    const message: Message = {
      ...emptyMessage,
      qr: true,
      questions: [{ name, type: 'A', class: 1 }],
      answers: [{ name, class: 1, ttl: 300, data: { type: 'CNAME', target: 'shop.example.' } }],
    };
    const bytes = encodeMessage(message);
    // The owner is the name at 12, the target begins four bytes later.
    expect(Buffer.from(bytes.subarray(34)).toString('hex')).toBe(
      'c00c 0005 0001 0000012c 0002 c010'.replaceAll(' ', ''),
    );
  });

  it('is read back to the message when it was cut or changed anywhere, or has a fault within its bytes', () => {
    fc.assert(
      fc.property(anyMessage, fc.nat(), fc.nat({ max: 255 }), (message, place, value) => {
        const bytes = encodeMessage(message);
        const at = place % bytes.length;
        for (const hurt of [bytes.subarray(0, at), bytes.with(at, value)]) {
          const decoded = decodeMessage(hurt);
          if (decoded.kind === 'fault') expect(decoded.fault.at).toBeLessThanOrEqual(hurt.length);
          const map = messageMap(hurt);
          expect([...hurt.keys()].filter((index) => fieldsAt(map, index).length === 0)).toEqual([]);
        }
      }),
      { numRuns: Math.round(numRuns / 3), endOnFailure: true },
    );
  });
});

describe('a fault', () => {
  it.each([
    ['a header that is cut', '0001 8400 0001', { why: 'cut', at: 6 }],
    ['a name that goes on behind the end', '0001 0000 0001 0000 0000 0000 05 6162', { why: 'cut', at: 15 }],
    ['a pointer to itself', `${head} c01b 0001 0001 00000000 0004 01020304`, { why: 'pointer-loop', at: 27 }],
    [
      'a pointer into the labels before it',
      `${head} 0161 c01b 0001 0001 00000000 0004 01020304`,
      { why: 'pointer-loop', at: 29 },
    ],
    ['a pointer forward', `${head} c030 0001 0001 00000000 0004 01020304`, { why: 'pointer-forward', at: 27 }],
    [
      'a pointer into the header',
      `${head} c004 0001 0001 00000000 0004 01020304`,
      { why: 'pointer-into-header', at: 27 },
    ],
    ['a length of 64', `${head} 40 ${'61'.repeat(64)} 00 0001 0001 00000000 0000`, { why: 'label-over-63', at: 27 }],
    ['a length of 191', `${head} bf`, { why: 'label-over-63', at: 27 }],
    [
      'a name of 257 bytes',
      `${head} ${`3f${'61'.repeat(63)}`.repeat(4)} 00`,
      { why: 'name-over-255', at: 27 + 3 * 64 },
    ],
    ['an address of three bytes', `${head} c00c 0001 0001 00000000 0003 010203`, { why: 'wrong-rdlength', at: 42 }],
    ['an address of five bytes', `${head} c00c 0001 0001 00000000 0005 0102030405`, { why: 'wrong-rdlength', at: 43 }],
    [
      'a text that is longer than its data',
      `${head} c00c 0010 0001 00000000 0002 0561 61626364`,
      { why: 'wrong-rdlength', at: 41 },
    ],
    ['data behind the end', `${head} c00c 0001 0001 00000000 0004 01`, { why: 'cut', at: 40 }],
    ['bytes that are left over', `${head} c00c 0001 0001 00000000 0004 01020304 00`, { why: 'left-over', at: 43 }],
    ['a promise of 65,535 questions', '0001 0000 ffff 0000 0000 0000 00 0001 0001', { why: 'cut', at: 17 }],
  ] as const)('is told of %s, at its offset', (_, bytes, fault) => {
    expect(faultOf(hex(bytes))).toEqual(fault);
  });

  it('ends a chain of pointers that somebody laid through a whole message, in bounded time', () => {
    // 16,000 bytes of pointers, each to the one before it, asked for by thousands of records.
    const chain = new Uint8Array(60_000);
    chain.set(hex('0001 0000 0000 ffff 0000 0000 00 ff00 0001 00000000 3e00'));
    for (let at = 24; at < 15_800; at += 2) chain.set([0xc0 | ((at - 2) >> 8), (at - 2) & 0xff], at);
    for (let at = 15_895; at + 12 <= chain.length; at += 12) {
      chain.set([0xff, 0x00 | 0xb6, 0xff, 0, 0, 1, 0, 0, 0, 0, 0, 0], at);
    }
    const fault = faultOf(chain);
    expect(fault).toMatchObject({ why: expect.stringMatching(/pointer/) });
  });
});
