import { fieldValue, joinedValue, listElements } from './message';
import type { FieldLine } from './parse-fields';
import { complain, type Reading } from './reading';

/** How the end of a message is found (RFC 9112 §6.3). */
export type Framing =
  | { readonly kind: 'none'; readonly why: 'no-field' | 'head' | 'status' }
  | { readonly kind: 'length'; readonly length: number }
  | { readonly kind: 'chunked' }
  /** To the end of the connection. */
  | { readonly kind: 'until-close' }
  /** What follows is no HTTP: after CONNECT and after 101. */
  | { readonly kind: 'tunnel' };

/** What the framing of a message depends on besides its fields. `asked`: the method of the request that a response answers. */
export type Framed =
  | { readonly kind: 'request'; readonly version: string }
  | { readonly kind: 'response'; readonly version: string; readonly status: number; readonly asked: string };

/** The eight rules of RFC 9112 §6.3 in their order, as far as the dialect keeps them. */
export function framingOf(reading: Reading, lines: readonly FieldLine[], of: Framed): Framing {
  const coding = joinedValue(lines, 'transfer-encoding') !== undefined;
  const length = fieldValue(lines, 'content-length') !== undefined;
  if (!coding && !length) return withoutField(of);
  if (of.kind === 'response') {
    const bodiless = bodilessResponse(reading, lines, of);
    if (bodiless) return bodiless;
  }
  if (!coding) return lengthFraming(reading, lines, of);
  if (of.version === 'HTTP/1.0') complainOf(reading, lines, 'transfer-encoding', 'coding-in-1.0');
  const codings = codingsFraming(reading, lines, of);
  if (!length) return codings ?? withoutField(of);
  const { lengthAndCoding } = reading.dialect;
  if (codings === null) return lengthFraming(reading, lines, of);
  complainOf(reading, lines, 'content-length', 'length-and-coding', lengthAndCoding !== 'refuse');
  return lengthAndCoding === 'length' ? lengthFraming(reading, lines, of) : codings;
}

function withoutField(of: Framed): Framing {
  if (of.kind === 'request') return { kind: 'none', why: 'no-field' };
  return withoutBody(of) ?? { kind: 'until-close' };
}

/** Rules 1 and 2: what never has content, whatever its fields say. */
function withoutBody({ status, asked }: Framed & { kind: 'response' }): Framing | null {
  if (asked === 'HEAD') return { kind: 'none', why: 'head' };
  if (status === 101) return { kind: 'tunnel' };
  if (status < 200 || status === 204 || status === 304) return { kind: 'none', why: 'status' };
  return asked === 'CONNECT' && status < 300 ? { kind: 'tunnel' } : null;
}

function bodilessResponse(
  reading: Reading,
  lines: readonly FieldLine[],
  of: Framed & { kind: 'response' },
): Framing | null {
  const { status, asked } = of;
  const isPlain = status < 200 || status === 204 || (asked === 'CONNECT' && status < 300);
  if (isPlain) {
    complainOf(reading, lines, 'content-length', 'length-not-allowed', true);
    complainOf(reading, lines, 'transfer-encoding', 'coding-not-allowed', true);
  }
  return withoutBody(of);
}

/** Rule 4: what Transfer-Encoding says; null: as if the field were not there. */
function codingsFraming(reading: Reading, lines: readonly FieldLine[], of: Framed): Framing | null {
  const { oddCoding } = reading.dialect;
  const value = joinedValue(lines, 'transfer-encoding') ?? '';
  const codings = listElements(value).map((coding) => coding.toLowerCase());
  if (codings.length === 1 && codings[0] === 'chunked') return { kind: 'chunked' };
  const odd = (code: 'coding-bad' | 'coding-unknown' | 'coding-not-last' | 'coding-repeated') =>
    complainOf(reading, lines, 'transfer-encoding', code, oddCoding !== 'refuse');
  const known = ['chunked', 'gzip', 'x-gzip', 'deflate', 'x-deflate', 'compress', 'x-compress'];
  const last = codings.at(-1);
  if (codings.length === 0 || codings.some((coding) => !/^[!#$%&'*+\-.^_`|~0-9a-z]+$/.test(coding))) odd('coding-bad');
  else if (codings.some((coding) => !known.includes(coding))) odd('coding-unknown');
  else if (codings.filter((coding) => coding === 'chunked').length > 1) odd('coding-repeated');
  else if (last !== 'chunked' && of.kind === 'request') odd('coding-not-last');
  else {
    // Compression by transfer coding: legal, and no server has it.
    complainOf(reading, lines, 'transfer-encoding', 'coding-unknown', of.kind === 'response' || oddCoding !== 'refuse');
    return last === 'chunked' ? { kind: 'chunked' } : { kind: 'until-close' };
  }
  if (oddCoding === 'ignore') return null;
  if (oddCoding === 'guess' && value.toLowerCase().includes('chunked')) return { kind: 'chunked' };
  return of.kind === 'request' ? null : { kind: 'until-close' };
}

/** Rules 5 and 6: one number, or several that agree where the dialect lets that pass. */
function lengthFraming(reading: Reading, lines: readonly FieldLine[], of: Framed): Framing {
  const { dialect, limits } = reading;
  const values = listElements(joinedValue(lines, 'content-length') ?? '');
  const chosen = dialect.repeatedLength === 'last' ? values.at(-1) : values[0];
  if (chosen === undefined || values.some((value) => !/^\d+$/.test(value))) {
    complainOf(reading, lines, 'content-length', 'length-bad');
    return withoutField(of);
  }
  if (values.length > 1) {
    const agree = values.every((value) => Number(value) === Number(chosen));
    const passes = dialect.repeatedLength !== 'refuse' && (agree || dialect.repeatedLength !== 'same');
    complainOf(reading, lines, 'content-length', agree ? 'length-repeated' : 'length-conflict', passes);
  }
  const length = Number(chosen);
  if (length > limits.body) {
    complainOf(reading, lines, 'content-length', Number.isSafeInteger(length) ? 'body-too-large' : 'length-bad');
  }
  return { kind: 'length', length };
}

/** The fault of a field stands at the value of its last line. */
function complainOf(
  reading: Reading,
  lines: readonly FieldLine[],
  name: string,
  code: Parameters<typeof complain>[1],
  tolerated = false,
) {
  const line = lines.findLast((one) => one.name.toLowerCase() === name);
  if (line) complain(reading, code, line.valueFrom, line.valueTo, tolerated);
}
