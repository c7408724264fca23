/** Octets as RFC 9110 §5.6 and RFC 5234 name them. */

export const CR = 13;
export const LF = 10;
export const SP = 32;
export const HTAB = 9;
export const COLON = 58;

const table = (isIn: (code: number) => boolean): readonly boolean[] =>
  Array.from({ length: 256 }, (_, code) => isIn(code));
const among = (characters: string) => (code: number) => characters.includes(String.fromCharCode(code));
const isAlphanumeric = (code: number) =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** `tchar` (RFC 9110 §5.6.2): what methods and field names are made of. */
export const isTokenOctet = table((code) => isAlphanumeric(code) || among("!#$%&'*+-.^_`|~")(code));
/** What may stand in a field value or a reason phrase (RFC 9110 §5.5): text, spaces, tabs and obs-text; no control octet. */
export const isValueOctet = table((code) => code === HTAB || (code >= 32 && code !== 127));
/** What may stand in a request target by RFC 3986. */
export const isTargetOctet = table((code) => isAlphanumeric(code) || among("-._~:/?#[]@!$&'()*+,;=%")(code));

/** Octets as text, one character each. */
export function octetText(bytes: Uint8Array, from = 0, to = bytes.length): string {
  // Each piece is short enough to be spread over the arguments of a call.
  if (to - from <= 4_096) return String.fromCharCode.apply(null, [...bytes.subarray(from, to)]);
  let text = '';
  for (let at = from; at < to; at += 4_096) text += octetText(bytes, at, Math.min(to, at + 4_096));
  return text;
}

/** Such text as octets; characters above U+00FF become their UTF-8. */
export function textOctets(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 255) return new TextEncoder().encode(text);
    bytes[at] = code;
  }
  return bytes;
}

export function isToken(text: string): boolean {
  if (text === '') return false;
  for (let at = 0; at < text.length; at += 1) if (!isTokenOctet[text.charCodeAt(at)]) return false;
  return true;
}

export function isOws(code: number | undefined): boolean {
  return code === SP || code === HTAB;
}
