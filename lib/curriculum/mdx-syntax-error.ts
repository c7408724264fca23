import type { AuthorError } from './author-error';
import type { SourcePlace } from './source-text';

/** What the MDX parser throws (a VFileMessage), as far as we read it. */
type ParserMessage = {
  reason: string;
  place?: { line: number; column: number } | { start: { line: number; column: number } };
};

/** The parser's first complaint about a text, as a letter that shows the corrected line. */
export function mdxSyntaxError(file: string, text: string, thrown: unknown): AuthorError {
  if (!isParserMessage(thrown)) throw thrown;
  const place = placeOf(thrown);
  const line = text.split('\n')[place.line - 1] ?? '';
  return { file, ...place, ...letter(thrown.reason, line, place.column) };
}

function letter(reason: string, line: string, column: number): Omit<AuthorError, 'file' | 'line' | 'column'> {
  const found = line.trim();
  if (/acorn|expression|spread/i.test(reason)) {
    if (/^\s*(import|export)\b/.test(line))
      return {
        rule: 'no-code',
        message: 'a line that begins with "import" or "export" is read as code; lessons have none',
        found,
        fix: `begin the line with another word, or put it in backticks`,
      };
    return {
      rule: 'no-code',
      message: 'a "{" begins an expression; lessons have none',
      found,
      fix: line.replace(/(?<!\\)\{/g, '\\{').trim(),
    };
  }
  if (/before name/.test(reason)) {
    const at = line.lastIndexOf('<', column - 1);
    const fix = at < 0 ? '\\<' : `${line.slice(0, at)}\\${line.slice(at)}`.trim();
    return { rule: 'mdx', message: 'a "<" begins a component; a plain one is written "\\<"', found, fix };
  }
  const unclosed = /closing tag for `<([\w.-]*)>`/.exec(reason);
  if (unclosed)
    return {
      rule: 'mdx',
      message: `<${unclosed[1]}> is opened here and never closed`,
      found,
      fix: `<${unclosed[1]}>…</${unclosed[1]}>, or <${unclosed[1]} … /> when nothing stands inside`,
    };
  if (/Unexpected closing (slash|tag)/.test(reason))
    return { rule: 'mdx', message: 'this closing tag has no opening tag before it', found };
  if (/before attribute value/.test(reason))
    return { rule: 'mdx', message: 'a property is written name="value", with quotes', found };
  return { rule: 'mdx', message: reason, found };
}

function placeOf({ place, reason }: ParserMessage): SourcePlace {
  // What is never closed is found missing at the end of the file; the author looks for where it was opened.
  const opened = /closing tag for `[^`]*` \((\d+):(\d+)/.exec(reason);
  if (opened) return { line: Number(opened[1]), column: Number(opened[2]) };
  const start = place && 'start' in place ? place.start : place;
  return { line: start?.line ?? 1, column: start?.column ?? 1 };
}

function isParserMessage(thrown: unknown): thrown is ParserMessage {
  return thrown instanceof Error && 'reason' in thrown && typeof thrown.reason === 'string';
}
