import type { HostFailure, HostNote } from './host';
import { isUrlCodePoint } from './percent-encode';
import { isSpecial, type UrlRecord } from './url-record';

/** The states of the basic URL parser (https://url.spec.whatwg.org/#url-parsing), under the standard's names. */
export const urlStates = [
  'scheme start',
  'scheme',
  'no scheme',
  'special relative or authority',
  'path or authority',
  'relative',
  'relative slash',
  'special authority slashes',
  'special authority ignore slashes',
  'authority',
  'host',
  'port',
  'file',
  'file slash',
  'file host',
  'path start',
  'path',
  'opaque path',
  'query',
  'fragment',
] as const;
export type UrlState = (typeof urlStates)[number];

/** Why there is no URL (https://url.spec.whatwg.org/#validation-error, those that mean failure). */
export const urlFailures = [
  'missing-scheme-non-relative-URL',
  'host-missing',
  'port-out-of-range',
  'port-invalid',
  'too-long',
] as const;
export type UrlFailure = (typeof urlFailures)[number] | HostFailure;

/** Validation errors that the parser overcomes. */
export const urlNotes = [
  'special-scheme-missing-following-solidus',
  'invalid-reverse-solidus',
  'invalid-credentials',
  'file-invalid-Windows-drive-letter',
  'file-invalid-Windows-drive-letter-host',
] as const;
export type UrlNote = (typeof urlNotes)[number] | HostNote;

/** Where a state began to read and where it stopped, as offsets in what was typed (UTF-16). */
export type UrlStep = { state: UrlState; from: number; to: number };

/** The parser at work: a state machine that reads one code point at a time; `''` is the end. */
export type Parser = {
  readonly input: readonly string[];
  readonly base: UrlRecord | null;
  readonly url: UrlRecord;
  state: UrlState;
  pointer: number;
  buffer: string;
  atSignSeen: boolean;
  insideBrackets: boolean;
  passwordTokenSeen: boolean;
  notes: { code: UrlNote; pointer: number }[];
};

/** What a state makes of a code point: nothing (on to the next), the end, or a failure. */
export type Outcome = undefined | 'done' | { failure: UrlFailure };

export function note(parser: Parser, code: UrlNote): void {
  parser.notes.push({ code, pointer: parser.pointer });
}

export function remaining(parser: Parser, count: number): string {
  return parser.input.slice(parser.pointer + 1, parser.pointer + 1 + count).join('');
}

export function special(parser: Parser): boolean {
  return isSpecial(parser.url.scheme);
}

/** A code point that no URL should hold, or a `%` without two digits. */
export function checkUnit(parser: Parser, c: string): void {
  const isEscape = c === '%' && /^[0-9a-fA-F]{2}$/.test(remaining(parser, 2));
  if (c !== '' && !isEscape && (c === '%' || !isUrlCodePoint(c.codePointAt(0) ?? 0))) note(parser, 'invalid-URL-unit');
}

/** https://url.spec.whatwg.org/#shorten-a-urls-path */
export function shortenPath(url: UrlRecord): void {
  if (typeof url.path === 'string') return;
  if (url.scheme === 'file' && url.path.length === 1 && /^[a-zA-Z]:$/.test(url.path[0] ?? '')) return;
  url.path.pop();
}

export function pushSegment(url: UrlRecord, segment: string): void {
  if (typeof url.path !== 'string') url.path.push(segment);
}

/** Takes over what a relative address leaves out. */
export function inherit(parser: Parser, base: UrlRecord, what: readonly ('authority' | 'path' | 'query')[]): void {
  const { url } = parser;
  if (what.includes('authority')) {
    const { username, password, host, port } = base;
    Object.assign(url, { username, password, host, port });
  }
  if (what.includes('path')) url.path = typeof base.path === 'string' ? base.path : [...base.path];
  if (what.includes('query')) url.query = base.query;
}
