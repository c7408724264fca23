import { domainToAscii } from './domain-to-ascii';
import { endsInANumber, parseIpv4 } from './ipv4-host';
import { parseIpv6 } from './ipv6-host';
import { c0ControlSet, isUrlCodePoint, percentDecode, percentEncode } from './percent-encode';
import type { UrlHost } from './url-record';

/** What is wrong with a host so that there is no URL: the standard's names (https://url.spec.whatwg.org/#host-parsing), and one of ours. */
export const hostFailures = [
  'domain-to-ASCII',
  'domain-invalid-code-point',
  'host-invalid-code-point',
  'IPv4-too-many-parts',
  'IPv4-non-numeric-part',
  'IPv4-out-of-range-part',
  'IPv6-unclosed',
  'IPv6-invalid-compression',
  'IPv6-too-many-pieces',
  'IPv6-multiple-compression',
  'IPv6-invalid-code-point',
  'IPv6-too-few-pieces',
  'IPv4-in-IPv6-too-many-pieces',
  'IPv4-in-IPv6-invalid-code-point',
  'IPv4-in-IPv6-out-of-range-part',
  'IPv4-in-IPv6-too-few-parts',
  /** Not the standard's: what UTS 46 makes of this name is not computed here. */
  'domain-not-computed',
] as const;
export type HostFailure = (typeof hostFailures)[number];

/** What is not as it should be and is read all the same. */
export const hostNotes = [
  'IPv4-empty-part',
  'IPv4-non-decimal-part',
  'IPv4-out-of-range-part',
  'invalid-URL-unit',
] as const;
export type HostNote = (typeof hostNotes)[number];

export type ReadHost = { kind: 'host'; host: UrlHost } | { kind: 'failure'; why: HostFailure };

/** https://url.spec.whatwg.org/#forbidden-host-code-point, and what no domain may have besides. */
const forbidden = new Set(['\0', '\t', '\n', '\r', ...' #/:<>?@[\\]^|']);
const isForbidden = (one: string) => forbidden.has(one);
const isForbiddenInDomain = (one: string) => isForbidden(one) || one <= ' ' || one === '%' || one === '\u007f';

/** https://url.spec.whatwg.org/#concept-host-parser */
export function parseHost(text: string, isOpaque: boolean, notes: HostNote[]): ReadHost {
  if (text.startsWith('[')) {
    if (!text.endsWith(']')) return { kind: 'failure', why: 'IPv6-unclosed' };
    const pieces = parseIpv6(text.slice(1, -1));
    return typeof pieces === 'string'
      ? { kind: 'failure', why: pieces }
      : { kind: 'host', host: { kind: 'ipv6', pieces } };
  }
  if (isOpaque) return parseOpaque(text, notes);
  const domain = new TextDecoder('utf-8', { ignoreBOM: true }).decode(percentDecode(text));
  const ascii = domainToAscii(domain);
  if (ascii.kind === 'failure') return ascii;
  const { name } = ascii;
  if (Array.from(name).some(isForbiddenInDomain)) return { kind: 'failure', why: 'domain-invalid-code-point' };
  if (!endsInANumber(name)) return { kind: 'host', host: { kind: 'domain', name } };
  const value = parseIpv4(name, notes);
  return typeof value === 'string' ? { kind: 'failure', why: value } : { kind: 'host', host: { kind: 'ipv4', value } };
}

/** https://url.spec.whatwg.org/#concept-opaque-host-parser */
function parseOpaque(text: string, notes: HostNote[]): ReadHost {
  if (Array.from(text).some(isForbidden)) return { kind: 'failure', why: 'host-invalid-code-point' };
  const isFine = Array.from(text).every((one) => isUrlCodePoint(one.codePointAt(0) ?? 0) || one === '%');
  if (!isFine || /%(?![0-9a-fA-F]{2})/.test(text)) notes.push('invalid-URL-unit');
  return {
    kind: 'host',
    host: text === '' ? { kind: 'empty' } : { kind: 'opaque', name: percentEncode(text, c0ControlSet) },
  };
}
