import { type Document, isAlias, isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml';
import { type $ZodType, safeParse } from 'zod/v4/core';
import type { AuthorError } from './author-error';
import { type ParsedYaml, parsedYaml } from './parsed-yaml';
import { type KeyPath, type PlaceOf, schemaErrors } from './schema-errors';
import { placeAtOffset, type SourcePlace, type SourceText, startOfFile } from './source-text';
import { misread, yamlSlips } from './yaml-slips';
import { nameless, yamlSyntax } from './yaml-syntax';

export type ReadYaml<T> = {
  /** Undefined when there are errors. */
  readonly value: T | undefined;
  readonly errors: readonly AuthorError[];
  /** Where a value stands in the file. */
  readonly place: PlaceOf;
};

/** Reads an author's YAML against a schema: the value, or every mistake with its line and column. `given` is what the file's name already says. */
export function readYaml<T>(source: SourceText, schema: $ZodType<T>, given: Record<string, unknown> = {}): ReadYaml<T> {
  if (source.fault) return { value: undefined, errors: [source.fault], place: () => startOfFile };
  const read = documentOf(source);
  if ('error' in read) return { value: undefined, errors: [read.error], place: () => startOfFile };
  const { document, lines } = read;
  const place = placesIn(document, lines);
  const syntax = yamlSyntax(source, document, lines);
  if (syntax.length > 0) return { value: undefined, errors: syntax, place };

  let written: unknown;
  try {
    written = document.toJS({ maxAliasCount: 100 }) ?? {};
  } catch (fault) {
    // What parses and has no value: an alias of an alias of an alias, or of nothing.
    const errors = fault instanceof ReferenceError ? nameless(source, document, lines) : [];
    return { value: undefined, errors: errors.length > 0 ? errors : [tooManyAliases(source.file)], place };
  }
  const slips = yamlSlips(source, document, lines);
  const twice = Object.keys(given).filter((key) => isRecord(written) && Object.hasOwn(written, key));
  if (twice.length > 0)
    return { value: undefined, errors: twice.map((key) => saidTwice(source.file, key, place([key], 'key'))), place };
  const value = isRecord(written) ? { ...written, ...given } : written;
  const parsed = safeParse(schema, value);
  if (parsed.success) return { value: slips.length > 0 ? undefined : parsed.data, errors: slips, place };
  const wrong = schemaErrors(parsed.error.issues, { file: source.file, schema, value, place });
  return { value: undefined, errors: [...slips, ...misread(wrong, source, document, lines, slips)], place };
}

function documentOf({ file, text }: SourceText): ParsedYaml | { error: AuthorError } {
  // A parser goes one call deeper with each bracket: this many are no author's.
  const deep = /(?:[[{][ \t\n]*){100}|^[ \t]*(?:-[ \t]+){60}/m.exec(text);
  if (deep) return { error: tooDeep(file, placeAtOffset(text, deep.index)) };
  try {
    return parsedYaml(text);
  } catch (fault) {
    if (fault instanceof RangeError) return { error: tooDeep(file, startOfFile) };
    throw fault;
  }
}

function tooDeep(file: string, place: SourcePlace): AuthorError {
  return {
    file,
    ...place,
    rule: 'too-deep',
    message: 'this is nested too deeply to be read',
    expected: 'at most 60 levels',
  };
}

function tooManyAliases(file: string): AuthorError {
  return {
    file,
    ...startOfFile,
    rule: 'yaml-alias',
    message: 'aliases (*name) stand for more than 100 copies',
    fix: 'write the values out',
  };
}

/** Where the values of an author's YAML stand, for who knows already what they are. */
export function yamlPlaces({ text }: SourceText): PlaceOf {
  const { document, lines } = parsedYaml(text);
  return placesIn(document, lines);
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
