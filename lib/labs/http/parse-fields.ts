import type { Field } from './message';
import { COLON, CR, isOws, isTokenOctet, isValueOctet } from './octets';
import { complain, type Line, nextLine, passLine, type Reading, textAt } from './reading';

/** A field line with its places: name [from, nameTo), value [valueFrom, valueTo), all of it [from, end). */
export type FieldLine = Field & {
  readonly from: number;
  readonly nameTo: number;
  /** Where the colon is; `nameTo` where it is missing. */
  readonly colon: number;
  readonly valueFrom: number;
  readonly valueTo: number;
  /** Where the line's end begins. */
  readonly to: number;
  readonly end: number;
  /** Where lines that were folded into this one begin, whitespace included. */
  readonly folds?: readonly number[];
};

/** The field lines and the empty line after them. `null`: the section is not complete. */
export type FieldSection = { readonly lines: readonly FieldLine[]; readonly emptyLine: Line };

/** Reads field lines up to and including the empty line (RFC 9112 §5). null: cut, or too long to go on. */
export function parseFields(reading: Reading, lines: FieldLine[]): FieldSection | null {
  const { bytes, limits } = reading;
  const begin = reading.at;
  for (;;) {
    const line = nextLine(reading, limits.fieldLine);
    if (typeof line === 'string') return endedBy(reading, line);
    if (line.end - begin > limits.head) {
      complain(reading, 'head-too-large', line.from, line.end);
      return null;
    }
    if (line.to === line.from) {
      passLine(reading, line);
      return { lines, emptyLine: line };
    }
    const isContinuation = isOws(bytes[line.from]);
    if (isContinuation) foldInto(reading, lines, line);
    else if (lines.length >= limits.fields) {
      complain(reading, 'fields-too-many', line.from, line.end);
      return null;
    } else lines.push(parseFieldLine(reading, line));
    passLine(reading, line);
  }
}

function endedBy(reading: Reading, how: 'cut' | 'long'): null {
  const { at, bytes } = reading;
  if (how === 'long') complain(reading, 'field-too-long', at, bytes.length);
  return null;
}

function parseFieldLine(reading: Reading, { from, to, end }: Line): FieldLine {
  const { bytes } = reading;
  const found = bytes.indexOf(COLON, from);
  if (found === -1 || found >= to) {
    complain(reading, 'colon-missing', from, to);
    return {
      name: textAt(reading, from, to),
      value: '',
      from,
      nameTo: to,
      colon: to,
      valueFrom: to,
      valueTo: to,
      to,
      end,
    };
  }
  let nameTo = found;
  while (nameTo > from && isOws(bytes[nameTo - 1])) nameTo -= 1;
  checkName(reading, from, nameTo, found);
  // Whoever does not know this name, space and all, knows no such field.
  const isIgnored = nameTo < found && reading.dialect.spaceBeforeColon === 'ignore';
  const name = textAt(reading, from, isIgnored ? found : nameTo);
  let valueFrom = found + 1;
  let valueTo = to;
  while (valueFrom < valueTo && isOws(bytes[valueFrom])) valueFrom += 1;
  while (valueTo > valueFrom && isOws(bytes[valueTo - 1])) valueTo -= 1;
  checkValue(reading, valueFrom, valueTo);
  const value = textAt(reading, valueFrom, valueTo);
  return { name, value, from, nameTo, colon: found, valueFrom, valueTo, to, end };
}

function checkName(reading: Reading, from: number, nameTo: number, colon: number) {
  const { bytes, dialect } = reading;
  if (nameTo === from) complain(reading, 'name-empty', from, colon + 1);
  else if (nameTo < colon)
    complain(reading, 'space-before-colon', nameTo, colon, dialect.spaceBeforeColon !== 'refuse');
  for (let at = from; at < nameTo; at += 1) {
    if (isTokenOctet[bytes[at] ?? 0]) continue;
    complain(reading, 'name-octet', at, at + 1);
    break;
  }
}

function checkValue(reading: Reading, from: number, to: number) {
  const { bytes } = reading;
  for (let at = from; at < to; at += 1) {
    const octet = bytes[at] ?? 0;
    if (isValueOctet[octet]) continue;
    complain(reading, octet === CR ? 'bare-cr' : 'value-octet', at, at + 1);
    return;
  }
}

/** A line that begins with whitespace goes on with the field before it (RFC 9112 §5.2): each fold reads as one space. */
function foldInto(reading: Reading, lines: FieldLine[], line: Line) {
  const { bytes, dialect, limits } = reading;
  const last = lines.pop();
  let from = line.from;
  while (from < line.to && isOws(bytes[from])) from += 1;
  let to = line.to;
  while (to > from && isOws(bytes[to - 1])) to -= 1;
  if (!last) {
    complain(reading, 'space-before-first-field', line.from, from);
    lines.push(parseFieldLine(reading, { ...line, from }));
    return;
  }
  complain(reading, 'obs-fold', last.to, from, dialect.obsFold === 'unfold');
  checkValue(reading, from, to);
  if (line.end - last.from > limits.fieldLine) complain(reading, 'field-too-long', last.from, line.end);
  const value = [last.value, textAt(reading, from, to)].filter((part) => part !== '').join(' ');
  const folds = [...(last.folds ?? []), line.from];
  lines.push({ ...last, value, valueTo: Math.max(to, last.valueTo), to: line.to, end: line.end, folds });
}
