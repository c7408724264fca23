import type { Edit } from '../author-error';

/** A place where Markdown or MDX reads something else than its author wrote. Offsets are of the text that was looked at. */
export type Stumble = {
  readonly at: number;
  readonly rule: string;
  readonly message: string;
  readonly expected?: string;
  readonly found?: string;
  readonly fix?: string;
  /** What `--fix` may write. */
  readonly edit?: Edit;
  /** What lets the rest of the text be read meanwhile, where that is not the edit itself. */
  readonly repair?: Edit;
};

/** Letters show a line, not a page: of a longer one, this much to each side. */
const mostShown = 200;

/** The line of an offset, without the space around it. */
export function lineAround(text: string, at: number): string {
  return (lineBefore(text, at) + lineAfter(text, at)).trim();
}

/** The same with an edit made. */
export function lineWith(text: string, edit: Edit): string {
  return (lineBefore(text, edit.from) + edit.text + lineAfter(text, edit.to)).trim();
}

function lineBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - mostShown), at);
  return near.slice(near.lastIndexOf('\n') + 1);
}

function lineAfter(text: string, at: number): string {
  return text.slice(at, at + mostShown).split('\n', 1)[0] ?? '';
}

export function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}
