import type { AuthorError } from './author-error';

/** A file as its author sees it: the name they would type, and its text with `\n` line ends and no byte order mark. */
export type SourceText = {
  readonly file: string;
  readonly text: string;
  /** Why the file was not read at all: then its text is empty. */
  readonly fault?: AuthorError;
};

export type SourcePlace = { readonly line: number; readonly column: number };

export const startOfFile: SourcePlace = { line: 1, column: 1 };

/** Windows line ends and a byte order mark are accepted without a word. */
export function sourceText(file: string, raw: string): SourceText {
  return { file, text: raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n') };
}

/** Where an offset of a text lies. */
export function placeAtOffset(text: string, offset: number): SourcePlace {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) line++;
  return { line, column: offset - lineStart + 1 };
}

export type SplitText = {
  /** What stands between the two `---` lines, with an empty line in front so that line numbers stay; undefined when there is none. */
  readonly frontmatter: string | undefined;
  /** The text with the frontmatter's lines emptied, so that every line keeps its number. */
  readonly body: string;
};

/** Cuts `---` frontmatter from the top of an MDX file. */
export function splitFrontmatter(text: string): SplitText {
  const lines = text.split('\n');
  const isFence = (line: string | undefined) => line !== undefined && /^---[ \t]*$/.test(line);
  const end = isFence(lines[0]) ? lines.findIndex((line, index) => index > 0 && isFence(line)) : -1;
  if (end < 0) return { frontmatter: undefined, body: text };
  return {
    frontmatter: ['', ...lines.slice(1, end)].join('\n'),
    body: [...lines.slice(0, end + 1).map(() => ''), ...lines.slice(end + 1)].join('\n'),
  };
}
