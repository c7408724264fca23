/** What follows the language of a code block: ```` ```http title="The request" {2,4-5} ````. */
export type CodeMeta = { readonly title: string | undefined; readonly marked: readonly number[] };

export type ReadCodeMeta = { readonly meta: CodeMeta } | { readonly found: string };

const titlePart = /^title="([^"]*)"/;
const linesPart = /^\{(\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*)\}/;

/** Reads a code block's meta; `found` is what cannot be read. Lines count from 1. */
export function readCodeMeta(written: string | null | undefined, lines: number): ReadCodeMeta {
  let rest = (written ?? '').trim();
  let title: string | undefined;
  const marked = new Set<number>();
  while (rest !== '') {
    const [titled, lined] = [titlePart.exec(rest), linesPart.exec(rest)];
    if (titled && title === undefined) title = titled[1];
    else if (lined) {
      for (const range of (lined[1] ?? '').split(',')) {
        const [from = 0, to = from] = range.split('-').map(Number);
        if (from < 1 || to < from || to > lines) return { found: lined[0] };
        for (let line = from; line <= to; line++) marked.add(line);
      }
    } else return { found: rest };
    rest = rest.slice((titled ?? lined)?.[0].length).trim();
  }
  return { meta: { title, marked: [...marked].sort((a, b) => a - b) } };
}
