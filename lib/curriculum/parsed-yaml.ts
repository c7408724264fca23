import { type Document, LineCounter, parseDocument } from 'yaml';

export type ParsedYaml = { readonly document: Document; readonly lines: LineCounter };

/** A lesson's files are read, then looked at by many rules: those of the last lesson or two are kept. */
const kept = new Map<string, ParsedYaml>();
const mostKept = 48;

/** The document of a YAML text with its places; a RangeError when it is nested too deeply. Nobody changes it. */
export function parsedYaml(text: string): ParsedYaml {
  const known = kept.get(text);
  if (known) return known;
  const lines = new LineCounter();
  const parsed = { document: parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2' }), lines };
  kept.set(text, parsed);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return parsed;
}
