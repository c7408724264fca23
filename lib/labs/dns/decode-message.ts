import type { ByteField, ByteMap } from '../byte-map';
import { uint16 } from '../ipv4';
import { type MessageFault, Unreadable } from './fault';
import type { Message, Question, ResourceRecord, Section } from './message';
import { MessageReader } from './message-reader';
import { readData } from './read-data';
import { codeOf, type RecordType, rcodeName, typeOf } from './record-type';

export type Decoded =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'fault'; readonly fault: MessageFault };

/** The most a length of 16 bits can say, as TCP prefixes it (RFC 1035 §4.2.2). */
export const longestMessage = 65_535;

/** Reads a message (RFC 1035 §4.1) from bytes of any origin; the first thing that is wrong, with its offset. */
export function decodeMessage(bytes: Uint8Array): Decoded {
  return decodeWith(new MessageReader(bytes, null));
}

/** The name of every byte of a message; from where it cannot be read on, the rest is `dns.unread`. */
export function messageMap(bytes: Uint8Array): ByteMap {
  const fields: ByteField[] = [];
  const reader = new MessageReader(bytes, fields);
  const decoded = decodeWith(reader);
  if (decoded.kind === 'message' || reader.named >= bytes.length) return fields;
  return [...fields, { field: 'dns.unread', from: reader.named, to: bytes.length, value: decoded.fault.why }];
}

function decodeWith(reader: MessageReader): Decoded {
  if (reader.bytes.length > longestMessage) return { kind: 'fault', fault: { why: 'over-65535', at: longestMessage } };
  try {
    return { kind: 'message', message: readMessage(reader) };
  } catch (thrown) {
    if (thrown instanceof Unreadable) return { kind: 'fault', fault: thrown.fault };
    throw thrown;
  }
}

function readMessage(reader: MessageReader): Message {
  const id = reader.uint16('dns.id');
  const flags = readFlags(reader);
  const qdcount = reader.uint16('dns.qdcount');
  const ancount = reader.uint16('dns.ancount');
  const nscount = reader.uint16('dns.nscount');
  const arcount = reader.uint16('dns.arcount');
  const questions: Question[] = [];
  for (let count = 0; count < qdcount; count += 1) questions.push(readQuestion(reader));
  const answers = readRecords(reader, ancount, 'answers');
  const authorities = readRecords(reader, nscount, 'authorities');
  const additionals = readRecords(reader, arcount, 'additionals');
  if (reader.at < reader.bytes.length) reader.fail('left-over');
  return { id, ...flags, questions, answers, authorities, additionals };
}

function readFlags(reader: MessageReader) {
  reader.need(2);
  const { at } = reader;
  const word = uint16(reader.bytes, at);
  reader.at += 2;
  const flags = {
    qr: (word & 0x8000) !== 0,
    opcode: (word >>> 11) & 0xf,
    aa: (word & 0x0400) !== 0,
    tc: (word & 0x0200) !== 0,
    rd: (word & 0x0100) !== 0,
    ra: (word & 0x0080) !== 0,
    z: (word >>> 4) & 0b111,
    rcode: word & 0xf,
  };
  const bit = (field: string, byte: number, from: number, to: number, value: number | string) =>
    reader.note(field, at + byte, at + byte + 1, value, { from, to });
  bit('dns.qr', 0, 0, 1, word >>> 15);
  bit('dns.opcode', 0, 1, 5, flags.opcode);
  bit('dns.aa', 0, 5, 6, flags.aa ? 1 : 0);
  bit('dns.tc', 0, 6, 7, flags.tc ? 1 : 0);
  bit('dns.rd', 0, 7, 8, flags.rd ? 1 : 0);
  bit('dns.ra', 1, 0, 1, flags.ra ? 1 : 0);
  bit('dns.z', 1, 1, 4, flags.z);
  bit('dns.rcode', 1, 4, 8, rcodeName(flags.rcode));
  return flags;
}

function readQuestion(reader: MessageReader): Question {
  const opened = reader.open('dns.question');
  const name = reader.name('dns.qname');
  const type = readType(reader, 'dns.qtype');
  const dnsClass = reader.uint16('dns.qclass');
  reader.close(opened, name);
  return { name, type, class: dnsClass };
}

function readType(reader: MessageReader, field: string): RecordType {
  const { at } = reader;
  reader.need(2);
  const type = typeOf(uint16(reader.bytes, at));
  reader.at += 2;
  reader.note(field, at, at + 2, `${type} (${codeOf(type)})`);
  return type;
}

const recordFields = { answers: 'dns.answer', authorities: 'dns.authority', additionals: 'dns.additional' } as const;

function readRecords(reader: MessageReader, count: number, section: Section): ResourceRecord[] {
  const records: ResourceRecord[] = [];
  // A count may promise anything: every record takes bytes, so the message's length is the limit.
  for (let index = 0; index < count; index += 1) records.push(readRecord(reader, recordFields[section]));
  return records;
}

function readRecord(reader: MessageReader, field: string): ResourceRecord {
  const opened = reader.open(field);
  const name = reader.name('dns.name');
  const type = readType(reader, 'dns.type');
  const dnsClass = reader.uint16('dns.class');
  const ttl = reader.uint32('dns.ttl');
  const length = reader.uint16('dns.rdlength');
  reader.need(length);
  const end = reader.at + length;
  const within = reader.open('dns.rdata');
  const data = readData(reader, type, end);
  if (reader.at !== end) reader.fail('wrong-rdlength', Math.min(reader.at, end));
  reader.close(within, `${length} B`);
  reader.close(opened, `${name} ${type}`);
  return { name, class: dnsClass, ttl, data };
}
