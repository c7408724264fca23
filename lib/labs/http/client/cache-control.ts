import { type Field, joinedValue, listElements } from '../message';

/** The directives of Cache-Control by their names in small letters (RFC 9111 §5.2); the first of each counts. */
export function cacheControl(fields: readonly Field[]): ReadonlyMap<string, string | null> {
  const directives = new Map<string, string | null>();
  for (const element of listElements(joinedValue(fields, 'cache-control') ?? '')) {
    const equals = element.indexOf('=');
    const name = (equals === -1 ? element : element.slice(0, equals)).trim().toLowerCase();
    const value =
      equals === -1
        ? null
        : element
            .slice(equals + 1)
            .trim()
            .replace(/^"(.*)"$/, '$1');
    if (!directives.has(name)) directives.set(name, value);
  }
  return directives;
}

/** Seconds of a directive, at most 2^31 as RFC 9111 §1.2.2 has it; null: not there. What cannot be read is 0: stale (§4.2.1). */
export function seconds(directives: ReadonlyMap<string, string | null>, name: string): number | null {
  const value = directives.get(name);
  if (value === undefined) return null;
  return value !== null && /^\d+$/.test(value) ? Math.min(Number(value), 2_147_483_648) : 0;
}
