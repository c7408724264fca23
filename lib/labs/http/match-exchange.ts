import type { ExchangeMatch } from './goal';
import { type Field, fieldValues } from './message';
import type { LogEntry } from './origin/log-entry';

/** Whether an exchange is such; what the match does not name may be anything. */
export function matchesExchange(match: ExchangeMatch, entry: LogEntry): boolean {
  const { method, path, target, status, version, framing, fault, body, answerBody } = match;
  return (
    (method === undefined || method === entry.method) &&
    (path === undefined || fitsPath(path, entry.path)) &&
    (target === undefined || target === entry.target) &&
    (status === undefined || status === entry.status) &&
    (version === undefined || version === entry.version) &&
    (framing === undefined || framing === entry.framing) &&
    (fault === undefined || fault === entry.fault) &&
    (body === undefined || entry.body.includes(octets(body))) &&
    (answerBody === undefined || entry.answer.body.includes(octets(answerBody))) &&
    (match.request ?? []).every((wanted) => fitsField(wanted, entry.fields)) &&
    (match.answer ?? []).every((wanted) => fitsField(wanted, entry.answer.fields))
  );
}

/** `/redirect/…` is whatever begins with `/redirect/`. */
export function fitsPath(wanted: string, path: string): boolean {
  return wanted.endsWith('…') ? path.startsWith(wanted.slice(0, -1)) : path === wanted;
}

/** As the log has it: one character an octet. */
const octets = (text: string) => String.fromCharCode(...new TextEncoder().encode(text));

type FieldMatch = NonNullable<ExchangeMatch['request']>[number];

function fitsField({ name, value, includes, absent }: FieldMatch, fields: readonly Field[]): boolean {
  const values = fieldValues(fields, name);
  if (absent) return values.length === 0;
  return values.some(
    (one) =>
      (value === undefined || one === value) &&
      (includes === undefined || one.toLowerCase().includes(includes.toLowerCase())),
  );
}
