import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type $ZodType, safeParse } from 'zod/v4/core';
import type { AuthorError } from './author-error';
import { type KeyPath, type PlaceOf, schemaErrors } from './schema-errors';
import { type SourcePlace, type SourceText, startOfFile } from './source-text';

export type ReadYaml<T> = {
  /** Undefined when there are errors. */
  readonly value: T | undefined;
  readonly errors: readonly AuthorError[];
  /** Where a value stands in the file. */
  readonly place: PlaceOf;
};

/** Reads an author's YAML against a schema: the value, or every mistake with its line and column. `given` is what the file's name already says. */
export function readYaml<T>(source: SourceText, schema: $ZodType<T>, given: Record<string, unknown> = {}): ReadYaml<T> {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, prettyErrors: false, version: '1.2' });
  const place = placesIn(document, lines);
  const syntax = [...document.errors, ...document.warnings].map((problem): AuthorError => {
    const { line, col } = lines.linePos(problem.pos[0]);
    return { file: source.file, line, column: col, rule: 'yaml', message: yamlMessage(problem.code, problem.message) };
  });
  if (syntax.length > 0) return { value: undefined, errors: syntax, place };

  const written: unknown = document.toJS({ maxAliasCount: 100 }) ?? {};
  const twice = Object.keys(given).filter((key) => isRecord(written) && Object.hasOwn(written, key));
  if (twice.length > 0)
    return { value: undefined, errors: twice.map((key) => saidTwice(source.file, key, place([key], 'key'))), place };
  const value = isRecord(written) ? { ...written, ...given } : written;
  const parsed = safeParse(schema, value);
  if (parsed.success) return { value: parsed.data, errors: [], place };
  return {
    value: undefined,
    errors: schemaErrors(parsed.error.issues, { file: source.file, schema, value, place }),
    place,
  };
}

/** Where the values of an author's YAML stand, for who knows already what they are. */
export function yamlPlaces({ text }: SourceText): PlaceOf {
  const lines = new LineCounter();
  return placesIn(parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2' }), lines);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function saidTwice(file: string, key: string, place: SourcePlace): AuthorError {
  return {
    file,
    ...place,
    rule: 'unknown-key',
    message: `"${key}" is the file's name and is not written again`,
    fix: 'leave the line out',
  };
}

function yamlMessage(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'this key is written twice';
  if (code === 'TAB_AS_INDENT') return 'YAML is indented with spaces, not tabs';
  if (code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'MULTILINE_IMPLICIT_KEY')
    return `${message}. A text that contains ": " or begins with a sign goes into quotes`;
  return message;
}

function placesIn(document: Document, lines: LineCounter): PlaceOf {
  const toPlace = (node: Node | null | undefined): SourcePlace | undefined => {
    if (!node?.range) return undefined;
    const { line, col } = lines.linePos(node.range[0]);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  return (path: KeyPath, what = 'value') => {
    let node = asNode(document.contents);
    let found = toPlace(node) ?? startOfFile;
    for (const [depth, key] of path.entries()) {
      const step = into(node, key, document);
      const here = depth === path.length - 1 && what === 'key' ? step.name : step.value;
      found = toPlace(here) ?? toPlace(step.name) ?? found;
      if (!step.value) return found;
      node = step.value;
    }
    return found;
  };
}

/** One step down: the key's node (in a mapping) and the value's. */
function into(node: Node | undefined, key: PropertyKey, document: Document): { name?: Node; value?: Node } {
  const holder = isAlias(node) ? node.resolve(document) : node;
  if (isSeq(holder)) return { value: asNode(holder.items[Number(key)]) };
  if (!isMap(holder)) return {};
  const pair = holder.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
  return pair ? { name: asNode(pair.key), value: asNode(pair.value) } : {};
}

function asNode(value: unknown): Node | undefined {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value) ? value : undefined;
}
