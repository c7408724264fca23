/** What follows the language of a code block: ```` ```http title="The request" {2,4-5} ````. */
export type CodeMeta = {
  readonly title: string | undefined;
  readonly marked: readonly number[];
  /** It is wrong on purpose, or only a piece: the check does not read it. */
  readonly broken?: true;
  /** It is run, and prints the next code block. */
  readonly prints?: true;
};

export type ReadCodeMeta = { readonly meta: CodeMeta } | { readonly found: string };

const titlePart = /^title="([^"]*)"/;
const wordPart = /^(broken|prints)(?=\s|$)/;
const linesPart = /^\{(\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*)\}/;

/** Reads a code block's meta; `found` is what cannot be read. Lines count from 1. */
export function readCodeMeta(written: string | null | undefined, lines: number): ReadCodeMeta {
  let rest = (written ?? '').trim();
  let title: string | undefined;
  const marked = new Set<number>();
  const said: { broken?: true; prints?: true } = {};
  while (rest !== '') {
    const [titled, lined, word] = [titlePart.exec(rest), linesPart.exec(rest), wordPart.exec(rest)];
    if (titled && title === undefined) title = titled[1];
    else if (word?.[1] === 'broken' && !said.broken) said.broken = true;
    else if (word?.[1] === 'prints' && !said.prints) said.prints = true;
    else if (lined) {
      for (const range of (lined[1] ?? '').split(',')) {
        const [from = 0, to = from] = range.split('-').map(Number);
        if (from < 1 || to < from || to > lines) return { found: lined[0] };
        for (let line = from; line <= to; line++) marked.add(line);
      }
    } else return { found: rest };
    rest = rest.slice((titled ?? lined ?? word)?.[0].length).trim();
  }
  return { meta: { title, marked: [...marked].sort((a, b) => a - b), ...said } };
}
