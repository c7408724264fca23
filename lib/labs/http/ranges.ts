import type { Validators } from './conditional';
import { stronglyMatches } from './entity-tag';
import { parseHttpDate } from './http-date';
import { type Field, fieldValue, listElements } from './message';

/** Octets of a representation, both ends included, as Content-Range says them. */
export type ByteRange = { readonly first: number; readonly last: number };

/** What a Range field asks of a representation. `whole`: nothing that has to be followed. */
export type Ranges =
  | { readonly kind: 'whole' }
  | { readonly kind: 'some'; readonly ranges: readonly ByteRange[] }
  | { readonly kind: 'unsatisfiable' };

/** More ranges than this are answered by the whole: many small ones cost more than they save (RFC 9110 §14.2). */
const mostRanges = 10;

/** Reads `bytes=0-4, 10-, -5` for a representation of `length` octets (RFC 9110 §14.1.2). A unit nobody knows is ignored. */
export function parseRanges(value: string, length: number): Ranges {
  const specs = /^bytes=(.*)$/i.exec(value.trim())?.[1];
  if (specs === undefined) return { kind: 'whole' };
  const ranges: ByteRange[] = [];
  const elements = listElements(specs);
  if (elements.length === 0 || elements.length > mostRanges) return { kind: 'whole' };
  for (const element of elements) {
    const [, first = '', last = ''] = /^(\d*)-(\d*)$/.exec(element) ?? [];
    if (first === '' && last === '') return { kind: 'whole' };
    if (first !== '' && last !== '' && Number(last) < Number(first)) return { kind: 'whole' };
    const range =
      first === ''
        ? { first: Math.max(0, length - Number(last)), last: length - 1 }
        : { first: Number(first), last: last === '' ? length - 1 : Math.min(Number(last), length - 1) };
    if (range.first <= range.last && range.first < length) ranges.push(range);
  }
  return ranges.length === 0 ? { kind: 'unsatisfiable' } : { kind: 'some', ranges };
}

/** What a GET asks for, with If-Range taken into account (RFC 9110 §13.1.5): if the representation changed, all of it. */
export function rangesOf(fields: readonly Field[], length: number, current: Validators, now: number): Ranges {
  const value = fieldValue(fields, 'range');
  if (value === undefined) return { kind: 'whole' };
  const condition = fieldValue(fields, 'if-range');
  if (condition === undefined) return parseRanges(value, length);
  const holds = condition.includes('"')
    ? current.etag !== null && stronglyMatches(condition, current.etag)
    : current.lastModified !== null && parseHttpDate(condition, now) === current.lastModified;
  return holds ? parseRanges(value, length) : { kind: 'whole' };
}
