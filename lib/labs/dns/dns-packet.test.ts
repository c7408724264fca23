import dnsPacket, { type Answer, type DecodedPacket } from 'dns-packet';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMessage } from './decode-message';
import { encodeMessage } from './encode-message';
import { unescaped } from './escape';
import type { Message, RecordData, ResourceRecord } from './message';
import { plainMessage } from './test-messages';

const numRuns = process.env.HANDRAIL_FULL ? 10_000 : 300;

/** Their names have no last dot. */
const theirName = (name: string) => (name === '.' ? '.' : name.slice(0, -1));

function theirData(data: RecordData): unknown {
  switch (data.type) {
    case 'A':
    case 'AAAA':
      return data.address;
    case 'NS':
    case 'CNAME':
    case 'PTR':
      return theirName(data.target);
    case 'MX':
      return { preference: data.preference, exchange: theirName(data.exchange) };
    case 'TXT':
      return data.strings.map((text) => {
        const bytes = unescaped(text);
        return bytes instanceof Uint8Array ? Buffer.from(bytes) : null;
      });
    case 'SOA': {
      const { type: _, mname, rname, ...numbers } = data;
      return { mname: theirName(mname), rname: theirName(rname), ...numbers };
    }
    case 'SRV': {
      const { type: _, target, ...numbers } = data;
      return { ...numbers, target: theirName(target) };
    }
    default:
      throw new Error(`not compared: ${data.type}`);
  }
}

const theirRecord = ({ name, ttl, data }: ResourceRecord) => ({
  name: theirName(name),
  type: data.type,
  class: 'IN',
  ttl,
  data: theirData(data),
});

/** What dns-packet has to say of a message of ours, field by field. */
function expected(message: Message) {
  return {
    id: message.id,
    type: message.qr ? 'response' : 'query',
    flag_qr: message.qr,
    flag_aa: message.aa,
    flag_tc: message.tc,
    flag_rd: message.rd,
    flag_ra: message.ra,
    flag_ad: (message.z & 0b010) !== 0,
    questions: message.questions.map(({ name, type }) => ({ name: theirName(name), type, class: 'IN' })),
    answers: message.answers.map(theirRecord),
    authorities: message.authorities.map(theirRecord),
    additionals: message.additionals.map(theirRecord),
  };
}

/** Their shortest form of an IPv6 address is not always that of RFC 5952; a browser's is. */
function shortest(data: unknown): unknown {
  return new URL(`http://[${String(data)}]/`).hostname.slice(1, -1);
}

/** Their reader adds keys of its own to records; only what is compared is kept. */
function told(packet: DecodedPacket) {
  const record = (one: Answer) => {
    const { name, type } = one;
    return {
      name,
      type,
      class: 'class' in one ? one.class : null,
      ttl: 'ttl' in one ? one.ttl : null,
      data: 'data' in one ? (type === 'AAAA' ? shortest(one.data) : one.data) : null,
    };
  };
  return {
    ...packet,
    answers: (packet.answers ?? []).map(record),
    authorities: (packet.authorities ?? []).map(record),
    additionals: (packet.additionals ?? []).map(record),
  };
}

/** The bytes that dns-packet writes for a message of ours. It takes the rest of the flags as one number. */
function theirBytes(message: Message): Uint8Array {
  const flags =
    (message.aa ? 0x0400 : 0) |
    (message.tc ? 0x0200 : 0) |
    (message.rd ? 0x0100 : 0) |
    (message.ra ? 0x0080 : 0) |
    (message.opcode << 11) |
    (message.z << 4) |
    message.rcode;
  const { answers, authorities, additionals, questions } = expected(message);
  const packet: object = {
    id: message.id,
    type: message.qr ? 'response' : 'query',
    flags,
    questions,
    answers,
    authorities,
    additionals,
  };
  return Uint8Array.from(dnsPacket.encode(packet));
}

describe('against dns-packet', () => {
  it('what we write is read there as it was meant', () => {
    fc.assert(
      fc.property(plainMessage, (message) => {
        expect(told(dnsPacket.decode(Buffer.from(encodeMessage(message))))).toMatchObject(expected(message));
      }),
      { numRuns, endOnFailure: true },
    );
  });

  it('what is written there, without a pointer, is read here as it was meant', () => {
    fc.assert(
      fc.property(plainMessage, (message) => {
        expect(decodeMessage(theirBytes(message))).toEqual({ kind: 'message', message });
      }),
      { numRuns, endOnFailure: true },
    );
  });

  it('it notices one byte that is wrong', () => {
    const message: Message = {
      ...{ id: 7, qr: true, opcode: 0, aa: true, tc: false, rd: false, ra: false, z: 0, rcode: 0 },
      questions: [],
      answers: [{ name: 'www.shop.example.', class: 1, ttl: 300, data: { type: 'A', address: '198.51.100.20' } }],
      authorities: [],
      additionals: [],
    };
    const bytes = encodeMessage(message);
    expect(told(dnsPacket.decode(Buffer.from(bytes)))).toMatchObject(expected(message));
    const wrong = bytes.with(bytes.length - 1, 21);
    expect(told(dnsPacket.decode(Buffer.from(wrong)))).not.toMatchObject(expected(message));
  });
});
