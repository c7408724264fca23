import { codeLanguages } from '../code-languages';
import { lineAround, type Stumble } from './stumble';

export type Fences = {
  readonly stumbles: readonly Stumble[];
  /** From the first character of an opening line to the last of its closing line. */
  readonly blocks: readonly { readonly from: number; readonly to: number }[];
};

type Open = { readonly at: number; readonly mark: string; readonly lineStart: number };

const fenceLine = /^([ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)*)(`{3,}|~{3,})([^\n]*)$/;

/** Code blocks between fences: where they are, those that never end, and words that stand on a closing fence's line. */
export function fencesOf(text: string): Fences {
  const stumbles: Stumble[] = [];
  const blocks: { from: number; to: number }[] = [];
  let open: Open | undefined;
  let lineStart = 0;
  for (const line of text.split('\n')) {
    const fence = fenceLine.exec(line);
    const [, before = '', mark = '', after = ''] = fence ?? [];
    const at = lineStart + before.length;
    const info = after.trim();
    if (fence && !open && !(mark.startsWith('`') && after.includes('`'))) open = { at, mark, lineStart };
    else if (fence && open && mark[0] === open.mark[0] && mark.length >= open.mark.length) {
      if (info === '') {
        blocks.push({ from: open.lineStart, to: lineStart + line.length });
        open = undefined;
      } else if (opensAnother(info)) {
        stumbles.push(neverClosed(text, open, lineStart));
        blocks.push({ from: open.lineStart, to: Math.max(open.at, lineStart - 1) });
        open = { at, mark, lineStart };
      } else if (mark.length === open.mark.length) {
        const tail = at + mark.length;
        stumbles.push({
          at: tail + (after.length - after.trimStart().length),
          rule: 'fence-tail',
          message: 'text after a closing fence keeps the code block open',
          found: line.trim(),
          fix: `${mark}\n\n${info}`,
          edit: { from: tail, to: lineStart + line.length, text: `\n\n${info}` },
        });
        blocks.push({ from: open.lineStart, to: tail });
        open = undefined;
      }
    }
    lineStart += line.length + 1;
  }
  if (open) {
    stumbles.push(neverClosed(text, open, text.length));
    blocks.push({ from: open.lineStart, to: text.length });
  }
  return { stumbles, blocks };
}

/** ```` ```js ```` inside a block: the one above was never closed. */
function opensAnother(info: string): boolean {
  return codeLanguages.has(info.split(/[\s{]/)[0] ?? '');
}

function neverClosed(text: string, { at, mark }: Open, end: number): Stumble {
  const before = text[end - 1] === '\n' || end === 0 ? '' : '\n';
  return {
    at,
    rule: 'open-fence',
    message: 'this code block is never closed, so everything below would be code',
    expected: `${mark} on a line of its own where the code ends`,
    found: lineAround(text, at),
    repair: { from: end, to: end, text: `${before}${mark}\n` },
  };
}
