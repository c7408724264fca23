import type { ByteField } from '../byte-map';
import { uint16, uint32 } from '../ipv4';
import { type MessageFaultCode, Unreadable } from './fault';
import { joinedNames, labelsText } from './label-text';
import { type DomainName, longest } from './name';

const headerLength = 12;
const mostPointers = longest.name >> 1;

/**
 * Reads a message from its first byte to its last. With `fields`, everything it reads is noted there with its place,
 * outer fields before the fields within.
 */
export class MessageReader {
  at = 0;
  /** Up to where bytes have a name. */
  named = 0;
  /** Names already read in this message, by where they begin: most are pointed at again. */
  private readonly known = new Map<number, { name: DomainName; length: number; pointers: number }>();

  constructor(
    readonly bytes: Uint8Array,
    private readonly fields: ByteField[] | null,
  ) {}

  fail(why: MessageFaultCode, at = this.at): never {
    throw new Unreadable({ why, at });
  }

  /** Opens a field that has others within it; what it says is known when it is closed. */
  open(field: string): number {
    if (!this.fields) return -1;
    this.fields.push({ field, from: this.at, to: this.bytes.length, value: '' });
    return this.fields.length - 1;
  }

  close(index: number, value: number | string): void {
    const opened = this.fields?.[index];
    if (this.fields && opened) this.fields[index] = { ...opened, to: this.at, value };
  }

  note(field: string, from: number, to: number, value: number | string, bits?: { from: number; to: number }): void {
    if (!this.fields) return;
    this.fields.push(bits ? { field, from, to, bits, value } : { field, from, to, value });
    this.named = Math.max(this.named, to);
  }

  /** Makes sure that so many bytes are there. */
  need(count: number): void {
    if (this.at + count > this.bytes.length) this.fail('cut', this.bytes.length);
  }

  /** Makes sure that so many bytes are left of RDATA that ends at `end`. */
  needWithin(count: number, end: number): void {
    if (this.at + count > end) this.fail('wrong-rdlength', end);
  }

  uint8(field: string): number {
    this.need(1);
    const value = this.bytes[this.at] ?? 0;
    this.note(field, this.at, this.at + 1, value);
    this.at += 1;
    return value;
  }

  uint16(field: string): number {
    this.need(2);
    const value = uint16(this.bytes, this.at);
    this.note(field, this.at, this.at + 2, value);
    this.at += 2;
    return value;
  }

  uint32(field: string): number {
    this.need(4);
    const value = uint32(this.bytes, this.at);
    this.note(field, this.at, this.at + 4, value);
    this.at += 4;
    return value;
  }

  /** A name (RFC 1035 §3.1, §4.1.4) under `field`; its labels and pointers are fields within. */
  name(field: string): DomainName {
    const opened = this.open(field);
    const name = this.nameAt();
    this.close(opened, name);
    return name;
  }

  /**
   * Every pointer has to lead to before the labels that it ends, so the place read from only ever goes down: a loop cannot be
   * followed even once. A name takes at most 255 bytes and 127 pointers, whatever somebody built.
   */
  private nameAt(): DomainName {
    const { bytes } = this;
    const start = this.at;
    let at = start;
    let end = -1;
    let name = '';
    let length = 0;
    let pointers = 0;
    for (;;) {
      const chunk = at;
      at = this.pastLabels(at, length, end === -1);
      length += at - chunk;
      name = joinedNames(name, labelsText(bytes, chunk, at));
      if (bytes[at] === 0) {
        length += 1;
        if (length > longest.name) this.fail('name-over-255', at);
        if (end === -1) {
          this.note('dns.root-label', at, at + 1, 0);
          end = at + 1;
        }
        break;
      }
      if (at + 2 > bytes.length) this.fail('cut', bytes.length);
      const target = uint16(bytes, at) & 0x3fff;
      if (target > at) this.fail('pointer-forward', at);
      if (target >= chunk) this.fail('pointer-loop', at);
      if (target < headerLength) this.fail('pointer-into-header', at);
      if (end === -1) {
        this.note('dns.pointer', at, at + 2, target);
        end = at + 2;
      }
      const rest = this.known.get(target);
      pointers += 1 + (rest?.pointers ?? 0);
      if (pointers > mostPointers) this.fail('too-many-pointers', at);
      if (rest) {
        length += rest.length;
        if (length > longest.name) this.fail('name-over-255', at);
        name = name === '' ? rest.name : rest.name === '.' ? name : joinedNames(name, rest.name);
        break;
      }
      at = target;
    }
    if (name === '') name = '.';
    this.at = end;
    this.known.set(start, { name, length, pointers });
    return name;
  }

  /** Up to what is no label: the end of a name, or a pointer. `before`: how long the name is already. */
  private pastLabels(from: number, before: number, isNoted: boolean): number {
    const { bytes } = this;
    let at = from;
    for (;;) {
      if (at >= bytes.length) this.fail('cut', bytes.length);
      const size = bytes[at] ?? 0;
      if (size === 0 || size >= 0xc0) return at;
      if (size > longest.label) this.fail('label-over-63', at);
      const next = at + 1 + size;
      if (before + next - from > longest.name) this.fail('name-over-255', at);
      if (next > bytes.length) this.fail('cut', bytes.length);
      if (isNoted && this.fields) this.note('dns.label', at, next, labelsText(bytes, at, next).slice(0, -1));
      at = next;
    }
  }
}
