import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatenated } from '../bytes';
import { decodeDer, derLimits } from './decode';
import * as write from './encode';
import { DerFault, type DerFaultCode } from './fault';
import { type DerValue, derValueOf, everyNode } from './node';
import { objectIdentifiers } from './object-identifiers';
import * as read from './read';
import { tagClasses } from './tag';

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replace(/ /g, ''), 'hex'));

/** Any value: universal types only as SEQUENCE, SET and OCTET STRING, whose content is free; all numbers in the other classes. */
const { value: anyValue } = fc.letrec<{ value: DerValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    fc.uint8Array({ maxLength: 300 }).map((value): DerValue => {
      return { tagClass: 'universal', tag: 4, constructed: false, value };
    }),
    fc
      .tuple(fc.constantFrom(...tagClasses.slice(1)), fc.nat({ max: 1_000_000 }), fc.uint8Array({ maxLength: 20 }))
      .map(([tagClass, tag, value]): DerValue => ({ tagClass, tag, constructed: false, value })),
    fc
      .tuple(fc.constantFrom(16, 17), fc.array(tie('value'), { maxLength: 4 }))
      .map(([tag, children]): DerValue => ({ tagClass: 'universal', tag, constructed: true, children })),
    fc
      .tuple(fc.nat({ max: 40 }), fc.array(tie('value'), { maxLength: 3 }))
      .map(([tag, children]): DerValue => ({ tagClass: 'context', tag, constructed: true, children })),
  ),
}));

function faultOf(bytes: Uint8Array): { code: DerFaultCode; at: number } | 'none' {
  try {
    decodeDer(bytes);
    return 'none';
  } catch (fault) {
    if (!(fault instanceof DerFault)) throw fault;
    return { code: fault.code, at: fault.at };
  }
}

describe('decoding', () => {
  it('gives back what was encoded', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const bytes = write.encodeDer(value);
        expect(derValueOf(decodeDer(bytes), bytes)).toEqual(value);
      }),
      { numRuns: 300 },
    );
  });

  it('says of every byte whether it is tag, length or value', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const bytes = write.encodeDer(value);
        const seen = new Uint8Array(bytes.length);
        for (const node of everyNode(decodeDer(bytes))) {
          const end = node.constructed ? node.valueFrom : node.to;
          for (let at = node.from; at < end; at += 1) seen[at] = (seen[at] ?? 0) + 1;
        }
        expect(seen.every((times) => times === 1)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('throws nothing but its fault, at a byte that is there, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const fault = faultOf(bytes);
        if (fault !== 'none') expect(fault.at).toBeLessThanOrEqual(bytes.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it('throws nothing but its fault when something that was DER is cut or has a byte changed', () => {
    fc.assert(
      fc.property(anyValue, fc.nat(), fc.nat({ max: 255 }), (value, place, byte) => {
        const bytes = write.encodeDer(value);
        faultOf(bytes.slice(0, place % bytes.length));
        const bent = bytes.slice();
        bent[place % bytes.length] = byte;
        faultOf(bent);
      }),
      { numRuns: 1_000 },
    );
  });
});

const faults: [name: string, bytes: string, code: DerFaultCode, at: number][] = [
  ['no bytes at all', '', 'empty', 0],
  ['a tag without a length', '30', 'overrun', 1],
  ['a length beyond the end', '30 05 01 01 ff', 'overrun', 1],
  ['a part beyond the end of its whole', '30 03 04 05 00', 'overrun', 3],
  ['bytes behind the value', '05 00 00', 'trailing-bytes', 2],
  ['a length in the long form that has a short one', '04 81 01 00', 'length-not-minimal', 1],
  ['a length with a zero in front', '04 82 00 80', 'length-not-minimal', 1],
  ['a length of four thousand million', '04 84 ff ff ff ff', 'overrun', 1],
  ['a length of nine octets', '04 89 01 00 00 00 00 00 00 00 00', 'length-too-long', 1],
  ['the indefinite length of BER', '30 80 05 00 00 00', 'indefinite-length', 1],
  ['a tag number in the long form that has a short one', '9f 1e 00', 'bad-tag', 1],
  ['a tag number that begins with nothing', '9f 80 01 00', 'bad-tag', 1],
  ['a tag number without an end', '9f ff ff ff ff ff 00', 'bad-tag', 0],
  ['a SEQUENCE that is not constructed', '10 00', 'wrong-form', 0],
  ['an OCTET STRING in pieces', '24 04 04 02 00 00', 'wrong-form', 0],
  ['a true that is not FF', '01 01 01', 'bad-boolean', 2],
  ['a BOOLEAN of two octets', '01 02 ff ff', 'bad-boolean', 2],
  ['an INTEGER without octets', '02 00', 'bad-integer', 2],
  ['an INTEGER with a zero it does not need', '02 02 00 7f', 'bad-integer', 2],
  ['a NULL with something in it', '05 01 00', 'bad-null', 2],
  ['a BIT STRING with eight unused bits', '03 02 08 00', 'bad-bit-string', 2],
  ['a BIT STRING whose unused bits are set', '03 02 04 0f', 'bad-bit-string', 3],
  ['an OBJECT IDENTIFIER that does not end', '06 02 55 9d', 'bad-object-identifier', 2],
  ['an OBJECT IDENTIFIER with a number that begins with nothing', '06 03 55 80 01', 'bad-object-identifier', 3],
  ['a time in a thirteenth month', '17 0d 32 36 31 33 30 31 30 30 30 30 30 30 5a', 'bad-time', 2],
  ['the 30th of February', '17 0d 32 36 30 32 33 30 30 30 30 30 30 30 5a', 'bad-time', 2],
  ['UTF-8 that is none', '0c 01 ff', 'bad-string', 2],
  ['an IA5String with a byte above 7F', '16 02 41 80', 'bad-string', 3],
];

describe('a fault', () => {
  it.each(faults)('is found in %s', (_, bytes, code, at) => {
    expect(faultOf(hex(bytes))).toEqual({ code, at });
  });

  it('is found in what is nested deeper than anything has reason to be', () => {
    let deep: Uint8Array = write.nullValue();
    for (let depth = 1; depth < derLimits.depth; depth += 1) deep = write.sequence(deep);
    expect(faultOf(deep)).toBe('none');
    expect(faultOf(write.sequence(deep))).toMatchObject({ code: 'too-deep' });
    const bomb = new Uint8Array(100_000).fill(0x30);
    expect(faultOf(bomb)).toMatchObject({ code: 'overrun' });
  });

  it('is found in a million tiny values before they are all read, and in more than a megabyte before anything is', () => {
    expect(
      faultOf(write.sequence(new Uint8Array(derLimits.nodes * 2 + 2).map((_, at) => (at % 2 === 0 ? 5 : 0)))),
    ).toMatchObject({
      code: 'too-many',
    });
    expect(faultOf(write.octetString(new Uint8Array(derLimits.bytes)))).toMatchObject({ code: 'too-large' });
  });
});

describe('values', () => {
  it('of every kind are read as they were written', () => {
    const numbers = fc.bigInt({ min: -(2n ** 2048n), max: 2n ** 2048n });
    fc.assert(
      fc.property(numbers, (number) => {
        const bytes = write.integer(number);
        expect(read.readInteger(decodeDer(bytes), bytes)).toBe(number);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: -631_152_000, max: 253_402_300_799 }), (seconds) => {
        const bytes = write.time(seconds * 1000);
        expect(read.readTime(decodeDer(bytes), bytes)).toBe(seconds * 1000);
      }),
    );
    fc.assert(
      fc.property(
        fc.nat({ max: 2 }),
        fc.nat({ max: 39 }),
        fc.array(fc.nat(), { maxLength: 8 }),
        (first, second, rest) => {
          const dotted = [first, second, ...rest].join('.');
          const bytes = write.objectIdentifier(dotted);
          expect(read.readObjectIdentifier(decodeDer(bytes), bytes)).toBe(dotted);
        },
      ),
    );
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 60 })), (bits) => {
        const bytes = write.namedBits(bits);
        expect(read.setBits(read.readBitString(decodeDer(bytes), bytes))).toEqual(bits.toSorted((a, b) => a - b));
      }),
    );
    for (const dotted of Object.values(objectIdentifiers)) {
      const bytes = write.objectIdentifier(dotted);
      expect(read.readObjectIdentifier(decodeDer(bytes), bytes)).toBe(dotted);
    }
  });

  it('of another type than expected are a fault at their tag', () => {
    const bytes = write.sequence(write.nullValue(), write.boolean(true));
    const [, second] = decodeDer(bytes).children;
    if (!second) throw new Error('two parts');
    expect(() => read.readInteger(second, bytes)).toThrow(new DerFault('unexpected-type', 4));
  });
});

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

it('is laid out as OpenSSL lays it out', () => {
  if (!hasOpenssl) return;
  fc.assert(
    fc.property(anyValue, (value) => {
      const bytes = concatenated(write.encodeDer(value));
      const told = spawnSync('openssl', ['asn1parse', '-inform', 'DER'], { input: bytes, encoding: 'utf8' });
      const theirs = told.stdout.split('\n').flatMap((line) => {
        const match = /^ *(\d+):d=\d+ +hl= *(\d+) l= *(\d+) (prim|cons):/.exec(line);
        return match ? [[match[1], match[2], match[3], match[4]].join(' ')] : [];
      });
      const ours = [...everyNode(decodeDer(bytes))].map((node) =>
        [node.from, node.valueFrom - node.from, node.to - node.valueFrom, node.constructed ? 'cons' : 'prim'].join(' '),
      );
      expect(theirs).toEqual(ours);
    }),
    { numRuns: 15 },
  );
});
