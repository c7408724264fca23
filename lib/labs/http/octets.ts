/** Octets as RFC 9110 §5.6 and RFC 5234 name them. */

export const CR = 13;
export const LF = 10;
export const SP = 32;
export const HTAB = 9;
export const COLON = 58;

/** 1 for what is in it: numbers, because reading them costs least. */
const table = (isIn: (code: number) => boolean) => Uint8Array.from({ length: 256 }, (_, code) => (isIn(code) ? 1 : 0));
const among = (characters: string) => (code: number) => characters.includes(String.fromCharCode(code));
const isAlphanumeric = (code: number) =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** `tchar` (RFC 9110 §5.6.2): what methods and field names are made of. */
export const isTokenOctet = table((code) => isAlphanumeric(code) || among("!#$%&'*+-.^_`|~")(code));
/** What may stand in a field value or a reason phrase (RFC 9110 §5.5): text, spaces, tabs and obs-text; no control octet. */
export const isValueOctet = table((code) => code === HTAB || (code >= 32 && code !== 127));
/** What may stand in a request target by RFC 3986. */
export const isTargetOctet = table((code) => isAlphanumeric(code) || among("-._~:/?#[]@!$&'()*+,;=%")(code));

const ascii = new TextDecoder();
const utf8 = new TextEncoder();

/** Octets as text, one character each. */
export function octetText(bytes: Uint8Array, from = 0, to = bytes.length): string {
  // Where no octet has its high bit set, UTF-8 is the same, and the machine's own reader is the fastest.
  if (to - from > 24 && isAscii(bytes, from, to)) return ascii.decode(bytes.subarray(from, to));
  let text = '';
  for (let at = from; at < to; at += 1) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}

function isAscii(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if ((bytes[at] ?? 0) > 127) return false;
  return true;
}

/** Such text as octets; where a character is above U+00FF, all of it becomes UTF-8. */
export function textOctets(text: string): Uint8Array<ArrayBuffer> {
  const encoded = utf8.encode(text);
  if (encoded.length === text.length) return encoded;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 255) return encoded;
    bytes[at] = code;
  }
  return bytes;
}

export function isOws(code: number | undefined): boolean {
  return code === SP || code === HTAB;
}
