const backslash = 0x5c;
const digit = (code: number) => code >= 0x30 && code <= 0x39;

/** What of a text could not be read as bytes, and at which of its characters. */
export type EscapeFault = { at: number };

/**
 * Bytes as master files write them (RFC 1035 §5.1): printable ASCII as it is, what has a meaning behind a backslash,
 * everything else as `\DDD`. `also` are printable characters that mean something where the text will stand.
 */
export function escaped(bytes: Uint8Array, from: number, to: number, also: string): string {
  let text = '';
  for (let at = from; at < to; at += 1) text += escapedByte(bytes[at] ?? 0, also);
  return text;
}

export function escapedByte(byte: number, also: string): string {
  if (byte < 0x20 || byte > 0x7e) return `\\${String(byte).padStart(3, '0')}`;
  const character = String.fromCharCode(byte);
  return byte === backslash || also.includes(character) ? `\\${character}` : character;
}

/** The byte that begins at `at` of a text, and where the next one begins; a character outside ASCII is no byte of a master file. */
export function byteAt(text: string, at: number): { byte: number; next: number } | EscapeFault {
  const code = text.charCodeAt(at);
  if (code !== backslash) return code <= 0x7e && code >= 0x20 ? { byte: code, next: at + 1 } : { at };
  const first = text.charCodeAt(at + 1);
  if (Number.isNaN(first)) return { at };
  if (!digit(first)) return first <= 0x7e && first >= 0x20 ? { byte: first, next: at + 2 } : { at };
  const digits = text.slice(at + 1, at + 4);
  if (!/^\d{3}$/.test(digits) || Number(digits) > 255) return { at };
  return { byte: Number(digits), next: at + 4 };
}

/** A text of a master file → its bytes: `caf\195\169` are five. */
export function unescaped(text: string): Uint8Array | EscapeFault {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; ) {
    const read = byteAt(text, at);
    if ('at' in read) return read;
    bytes.push(read.byte);
    at = read.next;
  }
  return Uint8Array.from(bytes);
}
