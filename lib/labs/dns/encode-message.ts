import { putUint16, putUint32 } from '../ipv4';
import { longestMessage } from './decode-message';
import { byteAt, unescaped } from './escape';
import { ipv4Bytes, ipv6Bytes } from './ipv6';
import type { Message, ResourceRecord } from './message';
import { type DomainName, longest } from './name';
import { codeOf } from './record-type';

/** The bytes that were written last, until they are copied out; nothing here waits for anything. */
const room = new Uint8Array(longestMessage + 1_024);

/** Suffixes written so far and where: only the first 16 KiB can be pointed at. */
type Written = Map<string, number>;

/** A name cut up: at each label what of the name is left from there, and the label with its length before it. */
type Parts = { endings: readonly string[]; labels: readonly Uint8Array[] };

/** The names written last: the same ones come again and again. */
const cut = new Map<DomainName, Parts>();
const mostCut = 1_000;

function partsOf(name: DomainName): Parts {
  const before = cut.get(name);
  if (before) return before;
  const parts = cutUp(name);
  if (cut.size >= mostCut) cut.clear();
  cut.set(name, parts);
  return parts;
}

function cutUp(name: DomainName): Parts {
  const endings: string[] = [];
  const labels: Uint8Array[] = [];
  let total = 1;
  for (let from = 0; name !== '.' && from < name.length; ) {
    const bytes: number[] = [0];
    let at = from;
    for (; at < name.length && name[at] !== '.'; ) {
      const read = byteAt(name, at);
      if ('at' in read) throw new RangeError(`no name: ${name}`);
      bytes.push(read.byte);
      at = read.next;
    }
    const length = bytes.length - 1;
    if (length === 0 || length > longest.label) throw new RangeError(`a label of ${length} bytes in ${name}`);
    bytes[0] = length;
    total += bytes.length;
    endings.push(name.slice(from));
    labels.push(Uint8Array.from(bytes));
    from = at + 1;
  }
  if (total > longest.name) throw new RangeError(`a name of more than ${longest.name} bytes: ${name}`);
  return { endings, labels };
}

class Writer {
  at = 0;
  readonly names: Written = new Map();

  uint16(value: number): void {
    putUint16(room, this.at, value);
    this.at += 2;
  }

  uint32(value: number): void {
    putUint32(room, this.at, value);
    this.at += 4;
  }

  put(bytes: Uint8Array): void {
    if (this.at + bytes.length > room.length) throw new RangeError(`a message of more than ${longestMessage} bytes`);
    room.set(bytes, this.at);
    this.at += bytes.length;
  }

  /** Writes a name, and instead of an ending that stands already somewhere a pointer to it (§4.1.4). */
  name(name: DomainName, mayPoint = true): void {
    if (this.at + longest.name > room.length) throw new RangeError(`a message of more than ${longestMessage} bytes`);
    const { endings, labels } = partsOf(name);
    for (let index = 0; index < labels.length; index += 1) {
      const ending = endings[index] ?? '';
      const label = labels[index];
      const before = this.names.get(ending);
      if (before !== undefined && mayPoint) {
        this.uint16(0xc000 | before);
        return;
      }
      if (before === undefined && this.at < 0x4000) this.names.set(ending, this.at);
      if (label) room.set(label, this.at);
      this.at += label?.length ?? 0;
    }
    room[this.at] = 0;
    this.at += 1;
  }
}

/**
 * Writes a message (RFC 1035 §4.1) with compression (§4.1.4): the same message gives the same bytes. Names in the data of the types
 * of RFC 1035 are compressed, in others not (RFC 3597 §4). Throws a RangeError for what no message can hold.
 */
export function encodeMessage(message: Message): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  writer.uint16(message.id);
  writer.uint16(
    (message.qr ? 0x8000 : 0) |
      (message.opcode << 11) |
      (message.aa ? 0x0400 : 0) |
      (message.tc ? 0x0200 : 0) |
      (message.rd ? 0x0100 : 0) |
      (message.ra ? 0x0080 : 0) |
      (message.z << 4) |
      message.rcode,
  );
  writer.uint16(message.questions.length);
  writer.uint16(message.answers.length);
  writer.uint16(message.authorities.length);
  writer.uint16(message.additionals.length);
  for (const question of message.questions) {
    writer.name(question.name);
    writer.uint16(codeOf(question.type));
    writer.uint16(question.class);
  }
  for (const record of message.answers) writeRecord(writer, record);
  for (const record of message.authorities) writeRecord(writer, record);
  for (const record of message.additionals) writeRecord(writer, record);
  if (writer.at > longestMessage) throw new RangeError(`a message of more than ${longestMessage} bytes`);
  return room.slice(0, writer.at);
}

function writeRecord(writer: Writer, { name, class: dnsClass, ttl, data }: ResourceRecord): void {
  writer.name(name);
  writer.uint16(codeOf(data.type));
  writer.uint16(dnsClass);
  writer.uint32(ttl);
  const lengthAt = writer.at;
  writer.at += 2;
  writeData(writer, data);
  putUint16(room, lengthAt, writer.at - lengthAt - 2);
}

function writeData(writer: Writer, data: ResourceRecord['data']): void {
  switch (data.type) {
    case 'A':
      writer.put(found(ipv4Bytes(data.address), data.address));
      return;
    case 'AAAA':
      writer.put(found(ipv6Bytes(data.address), data.address));
      return;
    case 'NS':
    case 'CNAME':
    case 'PTR':
      writer.name(data.target);
      return;
    case 'MX':
      writer.uint16(data.preference);
      writer.name(data.exchange);
      return;
    case 'TXT':
      for (const text of data.strings) writeString(writer, text);
      return;
    case 'SOA':
      writer.name(data.mname);
      writer.name(data.rname);
      for (const value of [data.serial, data.refresh, data.retry, data.expire, data.minimum]) writer.uint32(value);
      return;
    case 'SRV':
      writer.uint16(data.priority);
      writer.uint16(data.weight);
      writer.uint16(data.port);
      writer.name(data.target, false);
      return;
    default:
      writer.put(data.bytes);
  }
}

function found(bytes: Uint8Array | null, text: string): Uint8Array {
  if (!bytes) throw new RangeError(`no address: ${text}`);
  return bytes;
}

function writeString(writer: Writer, text: string): void {
  const bytes = unescaped(text);
  if (!(bytes instanceof Uint8Array) || bytes.length > 255) throw new RangeError(`no string of a TXT record: ${text}`);
  writer.put(Uint8Array.of(bytes.length));
  writer.put(bytes);
}
