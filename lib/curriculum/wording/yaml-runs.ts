import { isMap, isScalar, isSeq, type Scalar } from 'yaml';
import { isLocale, type Locale } from '@/lib/words/locale';
import { parsedYaml } from '../parsed-yaml';
import type { KeyPath } from '../schema-errors';
import { notWords, type WordRun, WordRunWriter } from './word-run';

/** A longer text is nobody's question. */
const mostRead = 20_000;

/** Forms an answer may take are not words of ours. */
const notOurs = new Set(['accept', 'patterns', 'avoid']);

/** The words of a YAML file: every text that stands under `en` or `zh`. `shift` is where the YAML begins in the file. */
export function yamlRuns(name: string, yaml: string, shift = 0): WordRun[] {
  return textsUnder(yaml, (path) => {
    const last = path.at(-1);
    return typeof last === 'string' && isLocale(last) ? [last, path.slice(0, -1)] : undefined;
  }).map(({ scalar, locale, path }) => scalarRun(name, yaml, scalar, locale, path, shift));
}

/** The title and the lede of a lesson. */
export function frontmatterRuns(name: string, yaml: string, locale: Locale, shift: number): WordRun[] {
  return textsUnder(yaml, (path) =>
    path.length === 1 && (path[0] === 'title' || path[0] === 'lede') ? [locale, path] : undefined,
  ).map(({ scalar, path }) => scalarRun(name, yaml, scalar, locale, path, shift));
}

type Found = { scalar: Scalar<string>; locale: Locale; path: KeyPath };

function textsUnder(yaml: string, pick: (path: KeyPath) => readonly [Locale, KeyPath] | undefined): Found[] {
  const found: Found[] = [];
  const walk = (node: unknown, path: KeyPath): void => {
    if (isMap(node))
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : '';
        if (!notOurs.has(name)) walk(value, [...path, name]);
      }
    else if (isSeq(node)) for (const [index, item] of node.items.entries()) walk(item, [...path, index]);
    else if (isTextScalar(node)) {
      const picked = pick(path);
      if (picked) found.push({ scalar: node, locale: picked[0], path: picked[1] });
    }
  };
  walk(contentsOf(yaml), []);
  return found;
}

/** Of a file that cannot be read, its author was told already. */
function contentsOf(yaml: string): unknown {
  try {
    const { contents, errors } = parsedYaml(yaml).document;
    return errors.length > 0 ? undefined : contents;
  } catch {
    return undefined;
  }
}

function isTextScalar(node: unknown): node is Scalar<string> {
  return isScalar(node) && typeof node.value === 'string' && Boolean(node.range);
}

function scalarRun(
  name: string,
  yaml: string,
  { range, type }: Scalar<string>,
  locale: Locale,
  path: KeyPath,
  shift: number,
): WordRun {
  const [from, to] = range ?? [0, 0];
  const writer = new WordRunWriter();
  const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
  const isBlock = type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL';
  const begin = isQuoted ? from + 1 : isBlock ? yaml.indexOf('\n', from) + 1 : from;
  const end = isQuoted ? to - 1 : to;
  if (end - begin <= mostRead) addMarkdown(writer, yaml.slice(begin, end), begin + shift, type === 'QUOTE_DOUBLE');
  return writer.done({ name, locale, kind: 'value', path }, end + shift);
}

/** Code, addresses and holes are not words; marks for weight and escapes are not read. */
const pieces =
  /(`+)[^`][\s\S]*?\1|\{\{[^}]*\}\}|(?<!\\)\{[^}]*\}|\]\([^)\s]*\)|<?https?:\/\/[^\s>)]+>?|\\[nt]|\\+([^\s\w])|''|\n[ \t]*|\*+|./gsu;

function addMarkdown(writer: WordRunWriter, raw: string, at: number, escapes: boolean): void {
  for (const piece of raw.matchAll(pieces)) {
    const [written, , escaped] = piece;
    const offset = at + piece.index;
    if (written.startsWith('\n') || (escapes && written === '\\n')) writer.add('\n', offset);
    else if (escaped !== undefined) writer.add(escaped, offset + written.length - escaped.length);
    else if (written === "''") writer.add("'", offset + 1);
    else if (/^\*+$/.test(written) || written.startsWith('](') || written === '[') continue;
    else if ([...written].length > 1) writer.add(notWords, offset);
    else writer.add(written, offset);
  }
}
