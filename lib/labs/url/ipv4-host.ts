import type { HostFailure, HostNote } from './host';

type Number4 = { value: number; isDecimal: boolean } | null;

/** https://url.spec.whatwg.org/#ipv4-number-parser: `0x7f`, `0177` and `127` are one number; null is none. */
function number4(text: string): Number4 {
  if (text === '') return null;
  let digits = text;
  let radix = 10;
  if (/^0[xX]/.test(digits)) {
    digits = digits.slice(2);
    radix = 16;
  } else if (digits.length >= 2 && digits.startsWith('0')) {
    digits = digits.slice(1);
    radix = 8;
  }
  if (digits === '') return { value: 0, isDecimal: false };
  const isNumber = { 8: /^[0-7]+$/, 10: /^[0-9]+$/, 16: /^[0-9a-fA-F]+$/ }[radix]?.test(digits);
  return isNumber ? { value: Number.parseInt(digits, radix), isDecimal: radix === 10 } : null;
}

/** https://url.spec.whatwg.org/#ends-in-a-number-checker: whether a name is an IPv4 address or nothing. */
export function endsInANumber(name: string): boolean {
  const parts = name.split('.');
  if (parts.at(-1) === '') {
    if (parts.length === 1) return false;
    parts.pop();
  }
  const last = parts.at(-1) ?? '';
  return /^[0-9]+$/.test(last) || (/^0[xX]/.test(last) && number4(last) !== null);
}

/** https://url.spec.whatwg.org/#concept-ipv4-parser */
export function parseIpv4(name: string, notes: HostNote[]): number | HostFailure {
  const parts = name.split('.');
  if (parts.at(-1) === '') {
    notes.push('IPv4-empty-part');
    if (parts.length > 1) parts.pop();
  }
  if (parts.length > 4) return 'IPv4-too-many-parts';
  const numbers: number[] = [];
  for (const part of parts) {
    const read = number4(part);
    if (!read) return 'IPv4-non-numeric-part';
    if (!read.isDecimal) notes.push('IPv4-non-decimal-part');
    numbers.push(read.value);
  }
  if (numbers.some((number) => number > 255)) notes.push('IPv4-out-of-range-part');
  const last = numbers.pop() ?? 0;
  if (numbers.some((number) => number > 255) || last >= 256 ** (4 - numbers.length)) return 'IPv4-out-of-range-part';
  return numbers.reduce((sum, number, place) => sum + number * 256 ** (3 - place), last);
}
