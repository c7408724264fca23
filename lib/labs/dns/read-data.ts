import { escaped } from './escape';
import { ipv6Text } from './ipv6';
import type { RecordData } from './message';
import type { MessageReader } from './message-reader';
import type { RecordType } from './record-type';

/** Reads RDATA (RFC 1035 §3.3, §3.4; RFC 3596; RFC 2782) that ends at `end`. What it reads may not go beyond. */
export function readData(reader: MessageReader, type: RecordType, end: number): RecordData {
  const data = readKnown(reader, type, end);
  if (reader.at > end) reader.fail('wrong-rdlength', end);
  return data;
}

function readKnown(reader: MessageReader, type: RecordType, end: number): RecordData {
  switch (type) {
    case 'A': {
      reader.needWithin(4, end);
      const { at, bytes } = reader;
      const address = `${bytes[at]}.${bytes[at + 1]}.${bytes[at + 2]}.${bytes[at + 3]}`;
      reader.note('dns.address', at, at + 4, address);
      reader.at += 4;
      return { type, address };
    }
    case 'AAAA': {
      reader.needWithin(16, end);
      const address = ipv6Text(reader.bytes, reader.at);
      reader.note('dns.address', reader.at, reader.at + 16, address);
      reader.at += 16;
      return { type, address };
    }
    case 'NS':
    case 'CNAME':
    case 'PTR':
      return { type, target: reader.name('dns.target') };
    case 'MX': {
      reader.needWithin(2, end);
      return { type, preference: reader.uint16('dns.preference'), exchange: reader.name('dns.exchange') };
    }
    case 'TXT':
      return { type, strings: readStrings(reader, end) };
    case 'SOA':
      return {
        type,
        mname: reader.name('dns.mname'),
        rname: reader.name('dns.rname'),
        serial: reader.uint32('dns.serial'),
        refresh: reader.uint32('dns.refresh'),
        retry: reader.uint32('dns.retry'),
        expire: reader.uint32('dns.expire'),
        minimum: reader.uint32('dns.minimum'),
      };
    case 'SRV': {
      reader.needWithin(6, end);
      return {
        type,
        priority: reader.uint16('dns.priority'),
        weight: reader.uint16('dns.weight'),
        port: reader.uint16('dns.port'),
        target: reader.name('dns.target'),
      };
    }
    default: {
      const { at } = reader;
      const bytes = reader.bytes.slice(at, end);
      if (end > at) reader.note(type === 'OPT' ? 'dns.options' : 'dns.unknown-data', at, end, `${end - at} B`);
      reader.at = end;
      return { type, bytes };
    }
  }
}

/** One string or more (§3.3.14), each with its length before it. */
function readStrings(reader: MessageReader, end: number): string[] {
  const strings: string[] = [];
  if (reader.at === end) reader.fail('wrong-rdlength', end);
  while (reader.at < end) {
    const from = reader.at;
    const opened = reader.open('dns.string');
    const length = reader.uint8('dns.string-length');
    reader.needWithin(length, end);
    const text = escaped(reader.bytes, reader.at, reader.at + length, '');
    if (length > 0) reader.note('dns.text', reader.at, reader.at + length, text);
    reader.at = from + 1 + length;
    reader.close(opened, `${length} B`);
    strings.push(text);
  }
  return strings;
}
