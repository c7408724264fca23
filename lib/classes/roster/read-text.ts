/** How the bytes of a file were written. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export type FileText =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: Encoding }
  /** Line `row` is written otherwise than those before it, or in no way that is known here. */
  | { readonly kind: 'refused'; readonly code: 'mixed-encodings' | 'encoding'; readonly row: number };

/**
 * What spreadsheets save: UTF-8 with or without its mark, UTF-16 by its mark (or by its zeros), else GB18030, which holds GBK and GB 2312. What
 * is half one and half the other is refused, and so are bytes that read as Chinese only by accident (é in a Latin-1 file).
 */
export function readText(bytes: Uint8Array): FileText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be');
  const zeros = [0, 0];
  for (let at = 0; at < Math.min(bytes.length, 2000); at++)
    if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd > 0)
    return even === 0 ? decoded(bytes, 'utf-16le') : odd === 0 ? decoded(bytes, 'utf-16be') : refused(1);
  const utf8 = decoded(bytes, 'utf-8');
  return utf8.kind === 'text' ? utf8 : readChinese(bytes, utf8.row);
}

function readChinese(bytes: Uint8Array, row: number): FileText {
  const lines = linesOf(bytes);
  const kinds = lines.map(kindOf);
  const [utf8, other] = [
    kinds.filter((kind) => kind === 'utf-8').length,
    kinds.filter((kind) => kind === 'other').length,
  ];
  // A short Chinese word in GBK can by accident be one in UTF-8 too: one in a thousand names is no mixture.
  if (utf8 > 0 && utf8 >= 0.005 * (utf8 + other)) {
    const rare = utf8 < other ? 'utf-8' : 'other';
    return { kind: 'refused', code: 'mixed-encodings', row: kinds.indexOf(rare) + 1 };
  }
  const chinese = decoded(bytes, 'gb18030');
  if (chinese.kind === 'refused') return refused(row);
  const accident = chinese.text
    .split(/\r\n|\r|\n/)
    .findIndex((line) => /\p{Script=Latin}\p{Script=Han}|\p{Script=Han}\p{Ll}/u.test(line));
  return accident === -1 ? chinese : refused(accident + 1);
}

function refused(row: number): FileText {
  return { kind: 'refused', code: 'encoding', row };
}

function decoded(bytes: Uint8Array, encoding: Encoding): FileText {
  try {
    return { kind: 'text', text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return refused(Math.max(1, linesOf(bytes).findIndex((line) => kindOf(line) === 'other') + 1));
  }
}

/** `ascii` says nothing; `utf-8` holds a character of three bytes or more, as all Chinese ones are. */
function kindOf(line: Uint8Array): 'ascii' | 'latin' | 'utf-8' | 'other' {
  if (line.every((byte) => byte < 0x80)) return 'ascii';
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(line);
    return [...text].some((letter) => letter > '\u07ff') ? 'utf-8' : 'latin';
  } catch {
    return 'other';
  }
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; from <= bytes.length; ) {
    const end = bytes.indexOf(0x0a, from);
    lines.push(bytes.subarray(from, end === -1 ? bytes.length : end));
    from = end === -1 ? bytes.length + 1 : end + 1;
  }
  return lines;
}
