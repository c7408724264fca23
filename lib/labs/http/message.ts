/**
 * HTTP/1.1 messages (RFC 9110 for what they mean, RFC 9112 for how they are written). Text of a head holds one octet in each
 * character (ISO 8859-1), so that any bytes survive being read and written; a body stays bytes.
 */

/** One field line: name as it was written, value without the whitespace around it. */
export type Field = { readonly name: string; readonly value: string };

export type HttpRequest = {
  readonly method: string;
  /** As it stood in the request line: `/a?b`, `http://host/a`, `host:443` or `*`. */
  readonly target: string;
  /** `HTTP/1.1`. */
  readonly version: string;
  readonly fields: readonly Field[];
  /** The content, chunks already joined. */
  readonly body: Uint8Array;
  /** Fields after the last chunk. */
  readonly trailers: readonly Field[];
};

export type HttpResponse = {
  readonly version: string;
  readonly status: number;
  readonly reason: string;
  readonly fields: readonly Field[];
  readonly body: Uint8Array;
  readonly trailers: readonly Field[];
};

/** The first value under a name, whatever its case; undefined where there is none. */
export function fieldValue(fields: readonly Field[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return fields.find((field) => field.name.length === wanted.length && field.name.toLowerCase() === wanted)?.value;
}

/** All values under a name, in their order. */
export function fieldValues(fields: readonly Field[], name: string): string[] {
  const wanted = name.toLowerCase();
  const values: string[] = [];
  for (const field of fields)
    if (field.name.length === wanted.length && field.name.toLowerCase() === wanted) values.push(field.value);
  return values;
}

/** Several lines of one name are one list (RFC 9110 §5.3): joined with a comma; undefined where there is none. */
export function joinedValue(fields: readonly Field[], name: string): string | undefined {
  const values = fieldValues(fields, name);
  return values.length > 0 ? values.join(', ') : undefined;
}

/** The elements of a comma-separated list (RFC 9110 §5.6.1), empty ones left out, commas in quotes respected. */
export function listElements(value: string): string[] {
  const elements: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at <= value.length; at += 1) {
    const character = value[at];
    if (quoted && character === '\\') at += 1;
    else if (character === '"') quoted = !quoted;
    else if (at >= value.length || (character === ',' && !quoted)) {
      const element = value.slice(from, at).trim();
      if (element !== '') elements.push(element);
      from = at + 1;
    }
  }
  return elements;
}
