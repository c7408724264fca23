import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AuthorError } from '@/lib/curriculum/author-error';
import { sourceText } from '@/lib/curriculum/source-text';

/** Parsers count UTF-16 units; a person counts characters. They differ only behind characters such as 😀 or 𠮷 on the same line. */
export function inCharacters(errors: readonly AuthorError[]): AuthorError[] {
  const files = new Map<string, readonly string[]>();
  const lineOf = ({ file, line }: AuthorError): string => {
    const lines = files.get(file) ?? linesOf(file);
    files.set(file, lines);
    return lines[line - 1] ?? '';
  };
  return errors.map((error) => {
    if (error.column < 3) return error;
    const before = lineOf(error).slice(0, error.column - 1);
    const pairs = before.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0;
    return pairs === 0 ? error : { ...error, column: error.column - pairs };
  });
}

const largest = 4_000_000;

function linesOf(file: string): string[] {
  try {
    const bytes = readFileSync(resolve(file));
    return bytes.length > largest ? [] : sourceText(file, bytes.toString('utf8')).text.split('\n');
  } catch {
    // A folder, or a file that should be there: its place has no characters before it.
    return [];
  }
}
