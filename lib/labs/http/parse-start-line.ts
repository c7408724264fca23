import { CR, isTargetOctet, isTokenOctet, isValueOctet, SP } from './octets';
import { complain, type Line, nextLine, passLine, type Reading, textAt } from './reading';
import { checkTarget } from './target';

/** A part of a start line: [from, to). */
export type Part = { readonly from: number; readonly to: number };

export type RequestLine = {
  readonly line: Line;
  readonly method: string;
  readonly target: string;
  /** Empty where it is missing, as in HTTP/0.9. */
  readonly version: string;
  readonly parts: { readonly method: Part; readonly target: Part; readonly version: Part };
};

export type StatusLine = {
  readonly line: Line;
  readonly version: string;
  readonly status: number;
  readonly reason: string;
  readonly parts: { readonly version: Part; readonly status: Part; readonly reason: Part };
};

/** Empty lines that a server passes over before a request (RFC 9112 §2.2 asks for one at least). */
const mostEmptyLines = 4;

/** Reads `method SP request-target SP HTTP-version` (RFC 9112 §3). null: cut, or nothing that could be one. */
export function parseRequestLine(reading: Reading): RequestLine | null {
  const line = firstLine(reading, reading.limits.requestLine);
  if (typeof line === 'string') {
    if (line === 'long') complain(reading, 'request-line-too-long', reading.at, reading.bytes.length);
    return null;
  }
  passLine(reading, line);
  const parts = splitAtSpaces(reading, line);
  const method = textAt(reading, parts.method.from, parts.method.to);
  const target = textAt(reading, parts.target.from, parts.target.to);
  const version = textAt(reading, parts.version.from, parts.version.to);
  checkMethod(reading, parts.method);
  if (parts.target.to > parts.target.from) {
    checkTargetOctets(reading, parts.target);
    checkTarget(reading, method, target, parts.target.from);
    if (version === '') complain(reading, 'version-missing', line.to, line.to);
  } else complain(reading, 'request-line-parts', line.from, line.to);
  if (version !== '') checkVersion(reading, version, parts.version);
  return { line, method, target, version, parts };
}

/** `a b c` cut at its first and its last space: whatever else is between belongs to the target, and is wrong there. */
function splitAtSpaces(reading: Reading, { from, to }: Line): RequestLine['parts'] {
  const { bytes } = reading;
  const space = bytes.indexOf(SP, from);
  const first = space === -1 || space >= to ? -1 : space - from;
  if (first === -1) return { method: { from, to }, target: { from: to, to }, version: { from: to, to } };
  let last = to - from - 1;
  while (bytes[from + last] !== SP) last -= 1;
  const method = { from, to: from + first };
  if (last === first) return { method, target: { from: from + first + 1, to }, version: { from: to, to } };
  let targetFrom = from + first + 1;
  let targetTo = from + last;
  while (targetFrom < targetTo && bytes[targetFrom] === SP) targetFrom += 1;
  while (targetTo > targetFrom && bytes[targetTo - 1] === SP) targetTo -= 1;
  if (targetFrom > from + first + 1) complain(reading, 'request-line-spaces', from + first + 1, targetFrom);
  if (targetTo < from + last) complain(reading, 'request-line-spaces', targetTo, from + last);
  return { method, target: { from: targetFrom, to: targetTo }, version: { from: from + last + 1, to } };
}

function checkMethod(reading: Reading, { from, to }: Part) {
  if (from === to) return complain(reading, 'method-bad', from, to);
  for (let at = from; at < to; at += 1)
    if (!isTokenOctet[reading.bytes[at] ?? 0]) return complain(reading, 'method-bad', at, at + 1);
}

function checkTargetOctets(reading: Reading, { from, to }: Part) {
  let isUnescaped = false;
  for (let at = from; at < to; at += 1) {
    const octet = reading.bytes[at] ?? 0;
    if (isTargetOctet[octet]) continue;
    if (octet === CR) return complain(reading, 'bare-cr', at, at + 1);
    if (octet <= SP || octet >= 127) return complain(reading, 'target-octet', at, at + 1);
    // `"<>\^`{|}` should have been escaped, but browsers send some of them, and every server takes them.
    if (!isUnescaped) complain(reading, 'target-unescaped', at, at + 1, true);
    isUnescaped = true;
  }
}

/** `HTTP/1.1`; any 1.x is understood (RFC 9110 §2.5), another major is not. */
function checkVersion(reading: Reading, version: string, { from, to }: Part) {
  if (version === 'HTTP/1.1' || version === 'HTTP/1.0') return;
  if (!/^HTTP\/\d\.\d$/.test(version)) complain(reading, 'version-bad', from, to);
  else if (version[5] !== '1') complain(reading, 'version-unsupported', from, to);
}

/** Reads `HTTP-version SP status-code SP [reason]` (RFC 9112 §4). */
export function parseStatusLine(reading: Reading): StatusLine | null {
  const line = nextLine(reading, reading.limits.requestLine);
  if (typeof line === 'string') {
    if (line === 'long') complain(reading, 'field-too-long', reading.at, reading.bytes.length);
    return null;
  }
  passLine(reading, line);
  const { bytes } = reading;
  const { from, to } = line;
  const cut = (at: number) => {
    const space = bytes.indexOf(SP, at);
    return space === -1 || space > to ? to : space;
  };
  const versionTo = cut(from);
  const statusFrom = Math.min(to, versionTo + 1);
  const statusTo = cut(statusFrom);
  const reasonFrom = Math.min(to, statusTo + 1);
  const version = textAt(reading, from, versionTo);
  const digits = textAt(reading, statusFrom, statusTo);
  const parts = {
    version: { from, to: versionTo },
    status: { from: statusFrom, to: statusTo },
    reason: { from: reasonFrom, to },
  };
  checkVersion(reading, version, parts.version);
  if (versionTo === to) complain(reading, 'status-line-parts', from, to);
  else if (!/^[1-5]\d\d$/.test(digits)) complain(reading, 'status-bad', statusFrom, statusTo);
  else if (statusTo === to) complain(reading, 'status-no-space', to, to, true);
  checkReason(reading, parts.reason);
  return { line, version, status: Number(digits) || 0, reason: textAt(reading, reasonFrom, to), parts };
}

function checkReason(reading: Reading, { from, to }: Part) {
  for (let at = from; at < to; at += 1)
    if (!isValueOctet[reading.bytes[at] ?? 0]) return complain(reading, 'reason-octet', at, at + 1);
}

function firstLine(reading: Reading, mostOctets: number): Line | 'cut' | 'long' {
  for (let empty = 0; ; empty += 1) {
    const line = nextLine(reading, mostOctets);
    if (typeof line === 'string' || line.to > line.from || empty >= mostEmptyLines) return line;
    complain(reading, 'leading-empty-line', line.from, line.end, true);
    passLine(reading, line);
  }
}
