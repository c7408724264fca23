import { latin } from '../der/read';

/** What can be wrong with the text form of RFC 7468. */
export const pemFaultCodes = [
  /** The line that ends the block is missing, or names another label. */
  'no-end',
  /** A character that base64 does not have, or a group of four that is cut. */
  'bad-base64',
] as const;
export type PemFaultCode = (typeof pemFaultCodes)[number];

/** One block between its two labels; `from` and `to` count characters of the text. */
export type PemBlock = {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly read:
    | { readonly kind: 'read'; readonly value: Uint8Array<ArrayBuffer> }
    | { readonly kind: 'fault'; readonly fault: { readonly code: PemFaultCode; readonly at: number } };
};

/** A chain has some four certificates, a bundle of a server some ten. */
export const mostBlocks = 32;

const begin = '-----BEGIN ';
const dashes = '-----';
const mostLabel = 64;

/** The blocks of a text, at most `mostBlocks`; `more` where there are others behind them. What stands between blocks is for people. */
export function readPem(text: string): { blocks: PemBlock[]; more: boolean } {
  const blocks: PemBlock[] = [];
  for (let from = text.indexOf(begin); from !== -1; ) {
    if (blocks.length === mostBlocks) return { blocks, more: true };
    const block = readBlock(text, from);
    if (block) blocks.push(block);
    from = text.indexOf(begin, block?.to ?? from + begin.length);
  }
  return { blocks, more: false };
}

function readBlock(text: string, from: number): PemBlock | null {
  const labelEnd = text.indexOf(dashes, from + begin.length);
  const label = text.slice(from + begin.length, labelEnd === -1 ? from : labelEnd);
  if (label.length === 0 || label.length > mostLabel || !/^[\x20-\x7e]+$/.test(label)) return null;
  const start = labelEnd + dashes.length;
  const end = text.indexOf(dashes, start);
  const ending = `-----END ${label}${dashes}`;
  if (end === -1 || !text.startsWith(ending, end)) {
    const at = end === -1 ? text.length : end;
    return { label, from, to: Math.max(at, start), read: { kind: 'fault', fault: { code: 'no-end', at } } };
  }
  return { label, from, to: end + ending.length, read: readBase64(text, start, end) };
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Map([...alphabet].map((letter, value) => [letter, value]));

/** The octets that [from, to) of `text` says in base64 (RFC 4648 §4), white space left out. */
export function readBase64(text: string, from: number, to: number): PemBlock['read'] {
  const octets: number[] = [];
  let [bits, held, padding] = [0, 0, 0];
  for (let at = from; at < to; at += 1) {
    const letter = text[at] ?? '';
    if (letter <= ' ') continue;
    const value = values.get(letter);
    const isPadding = letter === '=' && padding < 2 && held > 0 && held < 6;
    if (isPadding) padding += 1;
    if (!isPadding && (value === undefined || padding > 0)) return fault(at);
    if (value === undefined) continue;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    octets.push((bits >>> held) & 0xff);
  }
  // What is left of a group of four: 4 bits want two signs of padding, 2 want one; RFC 7468 §3 asks for them.
  const wanted = held === 4 ? 2 : held === 2 ? 1 : 0;
  if (held === 6 || padding !== wanted) return fault(to);
  return { kind: 'read', value: Uint8Array.from(octets) };
}

function fault(at: number): PemBlock['read'] {
  return { kind: 'fault', fault: { code: 'bad-base64', at } };
}

/** The bytes of a file as a text of one character each. */
export function textOf(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += 8192) parts.push(latin(bytes.subarray(from, from + 8192)));
  return parts.join('');
}
