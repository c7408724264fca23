import type { ByteField } from '../byte-map';

/** Bytes that are not what they should be: where, and in which field. */
export class DecodeFault extends Error {
  constructor(
    readonly at: number,
    readonly field: string,
    readonly why: 'cut-short' | 'left-over' | 'wrong-length' | 'wrong-value',
  ) {
    super(`${field} at ${at}: ${why}`);
  }
}

const hexShown = 48;

/** `0a1b…`: what a field of bytes says; a long one is cut. */
export function hexOf(bytes: Uint8Array, most = hexShown): string {
  const shown = Array.from(bytes.subarray(0, most), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return bytes.length > most ? `${shown}…` : shown;
}

/**
 * Reads fields one after another and remembers where each was, so that what is understood and what is pointed at
 * cannot differ. A fault is thrown as a `DecodeFault` and caught where a message begins.
 */
export class FieldReader {
  constructor(
    readonly bytes: Uint8Array,
    readonly fields: ByteField[] = [],
    public at = 0,
    readonly end = bytes.length,
  ) {}

  get left(): number {
    return this.end - this.at;
  }

  /** An unsigned number of 1 to 4 bytes, the highest first. `show` says what it means. */
  uint(field: string, length: 1 | 2 | 3 | 4, show?: (value: number) => string | number): number {
    const from = this.take(field, length);
    let value = 0;
    for (let at = from; at < this.at; at += 1) value = value * 256 + (this.bytes[at] ?? 0);
    this.fields.push({ field, from, to: this.at, value: show ? show(value) : value });
    return value;
  }

  /** So many bytes as they are. */
  raw(field: string, length: number, show?: (bytes: Uint8Array) => string): Uint8Array {
    const from = this.take(field, length);
    const found = this.bytes.slice(from, this.at);
    // A field without bytes has no place to point at.
    if (length > 0) this.fields.push({ field, from, to: this.at, value: show ? show(found) : hexOf(found) });
    return found;
  }

  /** All that is left. */
  rest(field: string, show?: (bytes: Uint8Array) => string): Uint8Array {
    return this.raw(field, this.left, show);
  }

  /** A vector (RFC 8446 §3.4): its length in `lengthBytes`, then so many bytes, which `read` has to use up. */
  vector<T>(
    field: string,
    lengthBytes: 1 | 2 | 3,
    read: (inner: FieldReader) => T,
    { least = 0, most = 2 ** 24 }: { least?: number; most?: number } = {},
  ): T {
    const lengthAt = this.at;
    const length = this.uint(`${field}.length`, lengthBytes);
    if (length < least || length > most) throw new DecodeFault(lengthAt, `${field}.length`, 'wrong-length');
    const from = this.at;
    if (length > this.left) throw new DecodeFault(lengthAt, `${field}.length`, 'cut-short');
    const place = this.fields.length;
    const inner = new FieldReader(this.bytes, this.fields, from, from + length);
    const value = read(inner);
    inner.finish(field);
    this.at = from + length;
    // What holds the others stands before them.
    if (length > 0 && this.fields.length > place + 1) {
      this.fields.splice(place, 0, { field, from, to: this.at, value: length });
    }
    return value;
  }

  /** A vector of bytes that are not looked into. */
  opaque(
    field: string,
    lengthBytes: 1 | 2 | 3,
    limits: { least?: number; most?: number } = {},
    show?: (bytes: Uint8Array) => string,
  ): Uint8Array {
    return this.vector(field, lengthBytes, (inner) => inner.rest(field, show), limits);
  }

  /** A list that fills what is left; at most `mostEntries`, so that nobody is kept busy. */
  list<T>(field: string, read: (reader: FieldReader) => T, mostEntries = 4_096): T[] {
    const found: T[] = [];
    while (this.left > 0) {
      if (found.length === mostEntries) throw new DecodeFault(this.at, field, 'wrong-length');
      found.push(read(this));
    }
    return found;
  }

  finish(field: string): void {
    if (this.left > 0) throw new DecodeFault(this.at, field, 'left-over');
  }

  fault(field: string, why: DecodeFault['why'] = 'wrong-value', at = this.at): never {
    throw new DecodeFault(at, field, why);
  }

  private take(field: string, length: number): number {
    if (length > this.left) throw new DecodeFault(this.at, field, 'cut-short');
    const from = this.at;
    this.at += length;
    return from;
  }
}
