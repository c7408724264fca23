/** A code block of a handbook: what stands after its opening fence, and what stands in it. */
export type Fence = { readonly language: string; readonly info: string; readonly text: string };

/** The outermost code blocks; a block of four backticks may show blocks of three. */
export function fencesIn(markdown: string): Fence[] {
  const fences: Fence[] = [];
  let open: { mark: string; language: string; info: string; lines: string[] } | undefined;
  for (const line of markdown.split('\n')) {
    if (!open) {
      const [, mark, language = '', info = ''] = /^(`{3,})(\S*) ?(.*)$/.exec(line) ?? [];
      if (mark) open = { mark, language, info, lines: [] };
    } else if (line.trimEnd() === open.mark) {
      fences.push({ language: open.language, info: open.info, text: `${open.lines.join('\n')}\n` });
      open = undefined;
    } else open.lines.push(line);
  }
  return fences;
}
