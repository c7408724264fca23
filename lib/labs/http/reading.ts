import type { Dialect } from './dialect';
import { type Fault, type FaultCode, faultAt } from './fault';
import type { HttpLimits } from './limits';
import { CR, LF, octetText } from './octets';

/** Where a reader is, and what it has found wrong so far. */
export type Reading = {
  readonly bytes: Uint8Array;
  at: number;
  readonly dialect: Dialect;
  readonly limits: HttpLimits;
  readonly faults: Fault[];
  /** The bytes from `textFrom` on as text, as far as a head may reach: decoded once, for all names and values. */
  readonly text: string;
  readonly textFrom: number;
};

/** Octets as text. */
export function textAt({ bytes, text, textFrom }: Reading, from: number, to: number): string {
  if (from >= textFrom && to <= textFrom + text.length) return text.slice(from - textFrom, to - textFrom);
  return octetText(bytes, from, to);
}

/** A line: its text is [from, to), its end [to, end). */
export type Line = { readonly from: number; readonly to: number; readonly end: number };

export function complain(reading: Reading, code: FaultCode, from: number, to: number, tolerated = false) {
  reading.faults.push(faultAt(code, from, to, tolerated));
}

/** The first fault that ends the reading. */
export function refusalOf(faults: readonly Fault[]): Fault | null {
  return faults.find(({ tolerated }) => !tolerated) ?? null;
}

/** The next line, without going past it. `cut`: its end is not there yet; `long`: nor within the limit. */
export function nextLine(reading: Reading, mostOctets: number): Line | 'cut' | 'long' {
  const { bytes, at } = reading;
  const lineFeed = bytes.indexOf(LF, at);
  if (lineFeed === -1) return bytes.length - at > mostOctets ? 'long' : 'cut';
  const to = lineFeed > at && bytes[lineFeed - 1] === CR ? lineFeed - 1 : lineFeed;
  return to - at > mostOctets ? 'long' : { from: at, to, end: lineFeed + 1 };
}

/** Goes past a line, and says if it ended with LF alone (RFC 9112 §2.2). */
export function passLine(reading: Reading, line: Line) {
  reading.at = line.end;
  if (line.end - line.to === 1) complain(reading, 'bare-lf', line.to, line.end, reading.dialect.bareLf === 'accept');
}
