import fc from 'fast-check';
import { escapedByte } from './escape';
import type { Message, RecordData, ResourceRecord } from './message';
import type { DomainName } from './name';

/** Messages of every shape that the codec knows, names that share their endings, for property tests. */

const plainLabel = fc.stringMatching(/^[a-z0-9_]([a-z0-9-]{0,10}[a-z0-9])?$/);
const longLabel = fc.stringMatching(/^[a-z]{60,63}$/);
const endings = ['example.', 'shop.example.', 'cdn.example.net.', '.'] as const;

/** Plain names, as every other program writes them too. */
export const plainName: fc.Arbitrary<DomainName> = fc
  .tuple(
    fc.array(fc.oneof({ weight: 9, arbitrary: plainLabel }, { weight: 1, arbitrary: longLabel }), { maxLength: 3 }),
    fc.constantFrom(...endings),
  )
  .map(([labels, ending]) => joined(labels, ending));

/** Names with labels of any bytes. */
const anyName: fc.Arbitrary<DomainName> = fc
  .tuple(fc.array(fc.uint8Array({ minLength: 1, maxLength: 20 }), { maxLength: 3 }), fc.constantFrom(...endings))
  .map(([labels, ending]) =>
    joined(
      labels.map((label) =>
        Array.from(label, (byte) => (byte === 0x20 ? '\\032' : escapedByte(byte, '.;()"@$'))).join(''),
      ),
      ending,
    ),
  );

function joined(labels: readonly string[], ending: string): DomainName {
  if (labels.length === 0) return ending;
  return `${labels.join('.')}.${ending === '.' ? '' : ending}`;
}

const uint16 = fc.integer({ min: 0, max: 0xffff });
/** RFC 2181 §8: a TTL has 31 bits. */
const seconds = fc.integer({ min: 0, max: 0x7fff_ffff });
const ipv4 = fc.ipV4();
const ipv6 = fc
  .array(fc.oneof(fc.constant(0), uint16), { minLength: 8, maxLength: 8 })
  .map((groups) => canonical(groups));

function canonical(groups: readonly number[]): string {
  const url = new URL(`http://[${groups.map((group) => group.toString(16)).join(':')}]/`);
  return url.hostname.slice(1, -1);
}

const text = fc
  .uint8Array({ maxLength: 60 })
  .map((bytes) => Array.from(bytes, (byte) => escapedByte(byte, '')).join(''));

function dataOf(name: fc.Arbitrary<DomainName>): fc.Arbitrary<RecordData> {
  return fc.oneof(
    ipv4.map((address) => ({ type: 'A' as const, address })),
    ipv6.map((address) => ({ type: 'AAAA' as const, address })),
    fc.record({ type: fc.constantFrom('NS' as const, 'CNAME' as const, 'PTR' as const), target: name }),
    fc.record({ type: fc.constant('MX' as const), preference: uint16, exchange: name }),
    fc.array(text, { minLength: 1, maxLength: 3 }).map((strings) => ({ type: 'TXT' as const, strings })),
    fc.record({
      type: fc.constant('SOA' as const),
      mname: name,
      rname: name,
      serial: seconds,
      refresh: seconds,
      retry: seconds,
      expire: seconds,
      minimum: seconds,
    }),
    fc.record({ type: fc.constant('SRV' as const), priority: uint16, weight: uint16, port: uint16, target: name }),
  );
}

/** What no other program here reads: RDATA of a type that has no name. */
const unknownData: fc.Arbitrary<RecordData> = fc.record({
  type: fc.constantFrom('TYPE65280' as const, 'TYPE65281' as const),
  bytes: fc.uint8Array({ maxLength: 30 }),
});

function recordOf(name: fc.Arbitrary<DomainName>, data: fc.Arbitrary<RecordData>): fc.Arbitrary<ResourceRecord> {
  return fc.record({ name, class: fc.constant(1), ttl: seconds, data });
}

function messageOf(name: fc.Arbitrary<DomainName>, data: fc.Arbitrary<RecordData>): fc.Arbitrary<Message> {
  const records = fc.array(recordOf(name, data), { maxLength: 4 });
  return fc.record({
    id: uint16,
    qr: fc.boolean(),
    opcode: fc.constantFrom(0, 1, 2),
    aa: fc.boolean(),
    tc: fc.boolean(),
    rd: fc.boolean(),
    ra: fc.boolean(),
    z: fc.constantFrom(0, 0, 0b010),
    rcode: fc.integer({ min: 0, max: 5 }),
    questions: fc.array(
      fc.record({ name, type: fc.constantFrom('A' as const, 'AAAA' as const, 'MX' as const), class: fc.constant(1) }),
      { maxLength: 2 },
    ),
    answers: records,
    authorities: records,
    additionals: records,
  });
}

export const plainMessage = messageOf(plainName, dataOf(plainName));
export const anyMessage = messageOf(anyName, fc.oneof(dataOf(anyName), unknownData));
