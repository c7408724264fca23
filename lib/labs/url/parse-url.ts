import { authority, host, port, specialAuthorityIgnoreSlashes, specialAuthoritySlashes } from './authority-states';
import { file, fileHost, fileSlash } from './file-states';
import type { Outcome, Parser, UrlFailure, UrlNote, UrlState, UrlStep } from './parser';
import { fragment, opaquePath, path, pathStart, query } from './path-states';
import {
  noScheme,
  pathOrAuthority,
  relative,
  relativeSlash,
  scheme,
  schemeStart,
  specialRelativeOrAuthority,
} from './scheme-states';
import { emptyUrl, type UrlRecord } from './url-record';

/** A validation error: what, and where in what was typed. */
export type UrlRemark = { code: UrlNote; at: number };

export type ParsedUrl = { steps: readonly UrlStep[]; remarks: readonly UrlRemark[] } & (
  | { kind: 'url'; url: UrlRecord }
  | { kind: 'failure'; why: UrlFailure; at: number }
);

/** Longer ones are refused before anything is read. UTF-16 units. */
export const longestUrl = 8_192;

const states: Readonly<Record<UrlState, (parser: Parser, c: string) => Outcome>> = {
  'scheme start': schemeStart,
  scheme,
  'no scheme': noScheme,
  'special relative or authority': specialRelativeOrAuthority,
  'path or authority': pathOrAuthority,
  relative,
  'relative slash': relativeSlash,
  'special authority slashes': specialAuthoritySlashes,
  'special authority ignore slashes': specialAuthorityIgnoreSlashes,
  authority,
  host,
  port,
  file,
  'file slash': fileSlash,
  'file host': fileHost,
  'path start': pathStart,
  path,
  'opaque path': opaquePath,
  query,
  fragment,
};

/**
 * The basic URL parser (https://url.spec.whatwg.org/#concept-basic-url-parser), state by state, without the overrides that setters use.
 * What it did stands in `steps`, what it overcame in `remarks`.
 */
export function parseUrl(typed: string, base: UrlRecord | null = null): ParsedUrl {
  if (typed.length > longestUrl) return { kind: 'failure', why: 'too-long', at: longestUrl, steps: [], remarks: [] };
  const { input, places, dropped } = unitsOf(typed);
  const at = (pointer: number) => places[Math.max(0, pointer)] ?? places.at(-1) ?? 0;
  const steps: UrlStep[] = [];
  const parser: Parser = {
    input,
    base,
    url: emptyUrl(),
    state: 'scheme start',
    pointer: 0,
    buffer: '',
    atSignSeen: false,
    insideBrackets: false,
    passwordTokenSeen: false,
    notes: [],
  };
  const told = () => ({
    steps,
    remarks: [...dropped, ...parser.notes.map(({ code, pointer }) => ({ code, at: at(pointer) }))],
  });
  for (; ; parser.pointer += 1) {
    const { state, pointer } = parser;
    const last = steps.at(-1);
    if (last?.state !== state) {
      if (last) last.to = Math.max(last.from, at(pointer));
      steps.push({ state, from: at(pointer), to: at(pointer) });
    }
    const outcome = states[state](parser, input[pointer] ?? '');
    if (typeof outcome === 'object') return { kind: 'failure', why: outcome.failure, at: at(pointer), ...told() };
    if (parser.pointer >= input.length) break;
  }
  const last = steps.at(-1);
  if (last) last.to = places.at(-1) ?? 0;
  return { kind: 'url', url: parser.url, ...told() };
}

/** Code points without the white space around them and the tabs and line ends among them, each with its place; the end has one too. */
function unitsOf(typed: string): { input: string[]; places: number[]; dropped: UrlRemark[] } {
  const isControl = (index: number) => typed.charCodeAt(index) <= 0x20;
  let from = 0;
  let to = typed.length;
  while (from < to && isControl(from)) from += 1;
  while (to > from && isControl(to - 1)) to -= 1;
  const dropped: UrlRemark[] = [];
  if (from > 0) dropped.push({ code: 'invalid-URL-unit', at: 0 });
  if (to < typed.length) dropped.push({ code: 'invalid-URL-unit', at: to });
  const input: string[] = [];
  const places: number[] = [];
  let place = from;
  for (const unit of typed.slice(from, to)) {
    if (unit === '\t' || unit === '\n' || unit === '\r') dropped.push({ code: 'invalid-URL-unit', at: place });
    else {
      input.push(unit);
      places.push(place);
    }
    place += unit.length;
  }
  places.push(to);
  return { input, places, dropped };
}
