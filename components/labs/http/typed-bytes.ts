/** How the lines of an editor end on the wire. */
export const lineEnds = { crlf: '\r\n', lf: '\n' } as const;
export type LineEnd = keyof typeof lineEnds;

/**
 * What is typed, as the text of one octet a character that goes out: each line ends as chosen, `\r`, `\n`, `\t`, `\0`, `\\` and `\xff` are single
 * octets, and a backslash at the end of a line keeps its end out.
 */
export function typedBytes(typed: string, lineEnd: LineEnd): string {
  return typed
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/\\(\n|x[0-9a-fA-F]{2}|[rnt0\\])|\n/g, (whole, code?: string) =>
      code === undefined ? lineEnds[lineEnd] : escaped(code, whole),
    );
}

function escaped(code: string, whole: string): string {
  if (code === '\n') return '';
  if (code.startsWith('x')) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
  const known: Readonly<Record<string, string>> = { r: '\r', n: '\n', t: '\t', '0': '\0', '\\': '\\' };
  return known[code] ?? whole;
}

/** The same backwards, so that what was sent can be taken up again. A last line without an end gets the mark that says so. */
export function typedText(octets: string): string {
  const doubled = octets.replaceAll('\\', '\\\\').replaceAll('\r\n', '\n');
  return doubled.replaceAll(/[^\n\x20-\x7e\u0100-\uffff]/g, (one) => {
    if (one === '\r') return '\\r';
    if (one === '\t') return '\\t';
    return `\\x${one.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
}
