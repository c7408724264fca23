import { type Document, isScalar, type LineCounter, type Scalar, visit } from 'yaml';
import type { AuthorError } from './author-error';
import type { SourceText } from './source-text';

type Letter = Omit<AuthorError, 'file' | 'line' | 'column'>;
type Problem = Document['errors'][number] | Document['warnings'][number];

/** What keeps a text from being YAML, told in an author's words: what was written, and how it is written. */
export function yamlSyntax({ file, text }: SourceText, document: Document, lines: LineCounter): AuthorError[] {
  const told = new Set<number>();
  return [...document.errors, ...document.warnings].flatMap((problem): AuthorError[] => {
    const { line, col } = lines.linePos(problem.pos[0]);
    // After one slip the parser stumbles over what follows too.
    if ((told.has(line) && echoes.has(problem.code)) || (told.size > 0 && problem.message.includes('in YAML stream')))
      return [];
    told.add(line);
    return [{ file, line, column: col, ...letter(problem, text, document) }];
  });
}

const echoes = new Set<Problem['code']>(['UNEXPECTED_TOKEN', 'BAD_INDENT', 'MISSING_CHAR', 'BAD_DQ_ESCAPE']);

function letter({ code, message, pos: [offset] }: Problem, text: string, document: Document): Letter {
  switch (code) {
    case 'DUPLICATE_KEY':
      return { rule: 'yaml-duplicate-key', message: 'this key is written twice; only one could count' };
    case 'TAB_AS_INDENT':
      return { rule: 'yaml-tab', message: 'YAML is indented with spaces, not tabs' };
    case 'BLOCK_IN_FLOW':
    case 'BLOCK_AS_IMPLICIT_KEY':
      return {
        rule: 'yaml-colon',
        message: 'a ": " ends the words: what stands before it is taken for a key',
        ...wordsAt(text, offset),
      };
    case 'MULTILINE_IMPLICIT_KEY':
      return { rule: 'yaml-colon', message: 'a key and its value are one line: "key: value"', fix: '"…: …" for words' };
    case 'BAD_SCALAR_START':
      return {
        rule: 'yaml',
        message: `words do not begin with ${text[offset]} outside quotes`,
        ...wordsAt(text, offset),
      };
    case 'BAD_DQ_ESCAPE':
      return unknownEscape(scalarAround(document, offset), text);
    case 'MULTIPLE_DOCS':
      return {
        rule: 'yaml-documents',
        message: 'a "---" begins a second document; a file has one',
        fix: 'leave the line out',
      };
    case 'TAG_RESOLVE_FAILED':
      return {
        rule: 'yaml-tag',
        message: 'a "!" begins a tag, and content has none; a text that begins with "!" goes into quotes',
        fix: '"!…"',
      };
    case 'UNEXPECTED_TOKEN':
      return unexpected(text, offset, message);
    case 'MISSING_CHAR':
      return message.includes('quote')
        ? {
            rule: 'yaml',
            message: 'a quote that was opened before this is never closed',
            ...foundAt(text, scalarAround(document, offset - 1)?.range?.[0] ?? offset),
          }
        : { rule: 'yaml', message: 'a key has ": " and a value after it', ...foundAt(text, offset) };
    case 'BAD_INDENT':
      return message.startsWith('Flow')
        ? { rule: 'yaml', message: 'a "{" or "[" that was opened before this is not closed', ...foundAt(text, offset) }
        : { rule: 'yaml', message: plain(message) };
    default:
      return { rule: 'yaml', message: plain(message) };
  }
}

/** Words that begin with "*", as bold ones do, are read as the name of something written before. */
export function nameless({ file, text }: SourceText, document: Document, lines: LineCounter): AuthorError[] {
  const errors: AuthorError[] = [];
  visit(document, {
    Alias: (_key, alias) => {
      if (!alias.range || alias.resolve(document)) return;
      const { line, col } = lines.linePos(alias.range[0]);
      const message = 'words do not begin with * outside quotes';
      errors.push({ file, line, column: col, rule: 'yaml', message, ...wordsAt(text, alias.range[0]) });
    },
  });
  return errors;
}

/** Within double quotes a backslash begins a sign of YAML's own: formulas and Windows paths do not mean that. */
export function unknownEscape(scalar: Scalar | undefined, text: string): Letter {
  const [from, to] = scalar?.range ?? [0, 0];
  const written = text.slice(from, to);
  const base = {
    rule: 'yaml-escape',
    message: 'within "…" a backslash begins a sign of YAML’s own: write it twice, or the text in single quotes',
  };
  if (!written.startsWith('"') || written.includes('\n')) return { ...base, fix: '\\\\' };
  const fix = /['\\]["\\]|'/.test(written.slice(1, -1))
    ? written.replace(/\\(?=[A-Za-z])/g, '\\\\')
    : `'${written.slice(1, -1)}'`;
  return { ...base, found: written, fix, edit: { from, to, text: fix } };
}

/** Something stands where a value has ended already: behind a closing quote or bracket, or behind words that a sign has ended. */
function unexpected(text: string, offset: number, message: string): Letter {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trimEnd();
  const last = before.at(-1) ?? '';
  if (last === '"' || last === "'")
    return {
      rule: 'yaml',
      message: 'the quotes end before this: quotes inside quotes are “…”, or \\" within "…"',
      found: text.slice(offset, lineEnd(text, offset)),
    };
  if (last === '|' || last === '>')
    return {
      rule: 'yaml',
      message: `words do not begin with ${last} outside quotes; after it, a text begins on the next line`,
      ...foundAt(text, offset),
    };
  if (message.includes('block-seq-ind'))
    return {
      rule: 'yaml',
      message: 'a list begins on the line after its key; words that begin with "- " stand in quotes',
      ...foundAt(text, offset),
    };
  if (message.endsWith('at node end'))
    return {
      rule: 'yaml',
      message:
        'the value ends before this: a bracket too many, or words that stand in quotes since they have [ ] { } in them or begin with *',
      ...foundAt(text, offset),
    };
  return { rule: 'yaml', message: plain(message), ...foundAt(text, offset) };
}

/** The words that begin here and end, as far as can be seen, with their line, their bracket or the next key; and how they are written. */
function wordsAt(text: string, from: number): Pick<Letter, 'found' | 'fix'> {
  const line = text.slice(from, lineEnd(text, from));
  const flow = text.slice(text.lastIndexOf('\n', from - 1) + 1, from).includes('{');
  const end = flow ? line.search(/\s+\}|\}+,?\s*$|\},|,\s+[A-Za-z][\w-]*:\s/) : -1;
  const found = (end < 0 ? line : line.slice(0, end)).trim();
  return found === '' ? {} : { found, fix: `"${found.replace(/["\\]/g, '\\$&')}"` };
}

function scalarAround(document: Document, offset: number): Scalar | undefined {
  let around: Scalar | undefined;
  visit(document, {
    Scalar: (_key, scalar) => {
      if (isScalar(scalar) && scalar.range && scalar.range[0] <= offset && offset < scalar.range[1]) around = scalar;
    },
  });
  return around;
}

function foundAt(text: string, offset: number): Pick<Letter, 'found'> {
  const found = text.slice(text.lastIndexOf('\n', offset - 1) + 1, lineEnd(text, offset)).trim();
  return found === '' ? {} : { found };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function plain(message: string): string {
  return `this cannot be read as YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}
