import type { FaultCode } from '../fault';
import type { Field } from '../message';

/**
 * One exchange as the practice server saw it: all that grading looks at, whether the bytes came from the lab or from a socket.
 * Plain data; texts of one character an octet, cut to `mostLogged…`. Paths and Location are without the server's own prefix.
 */
export type LogEntry = {
  /** Milliseconds since 1970, when the request was whole. */
  readonly at: number;
  /** Empty where not even a start line could be read. */
  readonly method: string;
  /** `/redirect/2?status=301`. */
  readonly target: string;
  readonly path: string;
  readonly version: string;
  readonly fields: readonly Field[];
  readonly body: string;
  readonly bodyLength: number;
  readonly framing: 'none' | 'length' | 'chunked';
  /** Why the request was refused as it stood. */
  readonly fault: FaultCode | null;
  readonly status: number;
  readonly answer: {
    readonly fields: readonly Field[];
    readonly body: string;
    readonly bodyLength: number;
    readonly framing: 'none' | 'length' | 'chunked' | 'until-close';
  };
};

/** Octets of each body and of each side's fields that an entry keeps. */
export const mostLoggedBody = 1_024;
export const mostLoggedFields = 4_096;

/** Fields one after the other as long as there is room. */
export function loggedFields(fields: readonly Field[], without: (value: string) => string): Field[] {
  let room = mostLoggedFields;
  const kept: Field[] = [];
  for (const { name, value } of fields) {
    room -= name.length + value.length;
    if (room < 0) break;
    kept.push({ name, value: without(value) });
  }
  return kept;
}
