/** Whether a code point is in a percent-encode set (https://url.spec.whatwg.org/#percent-encoded-bytes). */
export type EncodeSet = (codePoint: number) => boolean;

const withOthers = (base: EncodeSet, others: string): EncodeSet => {
  const more = new Set(Array.from(others, (one) => one.codePointAt(0)));
  return (codePoint) => base(codePoint) || more.has(codePoint);
};

export const c0ControlSet: EncodeSet = (codePoint) => codePoint <= 0x1f || codePoint > 0x7e;
export const fragmentSet = withOthers(c0ControlSet, ' "<>`');
export const querySet = withOthers(c0ControlSet, ' "#<>');
export const specialQuerySet = withOthers(querySet, "'");
export const pathSet = withOthers(querySet, '?^`{}');
export const userinfoSet = withOthers(pathSet, '/:;=@[\\]|');

const encoder = new TextEncoder();

/** `percentEncode('é', pathSet) === '%C3%A9'`. Half a surrogate pair counts as U+FFFD. */
export function percentEncode(text: string, set: EncodeSet): string {
  let encoded = '';
  for (const one of text) {
    if (!set(one.codePointAt(0) ?? 0)) encoded += one;
    else for (const byte of encoder.encode(one)) encoded += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return encoded;
}

const hexPair = /^[0-9a-fA-F]{2}$/;

/** `percentDecode('%41')` is the bytes of `A`; what is no escape stays. */
export function percentDecode(text: string): Uint8Array {
  const input = encoder.encode(text);
  const output = new Uint8Array(input.length);
  let length = 0;
  for (let at = 0; at < input.length; at += 1) {
    const pair = input[at] === 0x25 ? String.fromCharCode(input[at + 1] ?? 0, input[at + 2] ?? 0) : '';
    if (hexPair.test(pair)) {
      output[length] = Number.parseInt(pair, 16);
      at += 2;
    } else output[length] = input[at] ?? 0;
    length += 1;
  }
  return output.subarray(0, length);
}

/** https://url.spec.whatwg.org/#url-code-points */
export function isUrlCodePoint(codePoint: number): boolean {
  if (codePoint < 0x80) return /[a-zA-Z0-9!$&'()*+,\-./:;=?@_~]/.test(String.fromCharCode(codePoint));
  const isNoncharacter = (codePoint >= 0xfdd0 && codePoint <= 0xfdef) || (codePoint & 0xfffe) === 0xfffe;
  const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
  return codePoint >= 0xa0 && codePoint <= 0x10_fffd && !isNoncharacter && !isSurrogate;
}
