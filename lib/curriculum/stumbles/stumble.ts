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

/** The line of an offset, without the space around it. */
export function lineAround(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, end < 0 ? undefined : end).trim();
}

/** The same with an edit made. */
export function lineWith(text: string, edit: Edit): string {
  const start = text.lastIndexOf('\n', edit.from - 1) + 1;
  const end = text.indexOf('\n', edit.to);
  return (text.slice(start, edit.from) + edit.text + text.slice(edit.to, end < 0 ? undefined : end)).trim();
}

export function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}
