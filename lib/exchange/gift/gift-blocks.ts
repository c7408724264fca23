/** One question's lines, comments blanked so that every character keeps its place; `from` is where it begins in the file. */
export type GiftBlock = { readonly from: number; readonly text: string; readonly comments: readonly string[] };

/** The first of `marks` that stands unescaped in [from, to), or -1. */
export function findMark(text: string, marks: string, from = 0, to = text.length): number {
  for (let at = from; at < to; at++) {
    if (text[at] === '\\') at++;
    else if (marks.includes(text[at] ?? '')) return at;
  }
  return -1;
}

/**
 * The questions of a GIFT file: a blank line stands between two. One inside the braces of an answer is no end, as long as the closing
 * brace comes before another opening one: a brace that was forgotten costs one question and not the rest of the file.
 */
export function giftBlocks(text: string): GiftBlock[] {
  const blocks: GiftBlock[] = [];
  let from = -1;
  let kept = '';
  let comments: string[] = [];
  let isOpen = false;
  /** Where the next brace is, or how far there is none. */
  let brace = -1;
  const closesNext = (at: number): boolean => {
    if (brace < at) {
      const end = Math.min(text.length, at + farthest);
      const next = findMark(text, '{}', at, end);
      brace = next === -1 ? end : next;
    }
    return text[brace] === '}';
  };
  const end = () => {
    if (from !== -1 && kept.trim() !== '') {
      blocks.push({ from, text: kept, comments });
      comments = [];
    } else if (from !== -1) comments = [];
    from = -1;
    kept = '';
    isOpen = false;
  };
  let at = 0;
  for (const line of text.split('\n')) {
    const isComment = line.trimStart().startsWith('//');
    if (line.trim() === '' && !(isOpen && closesNext(at))) end();
    else {
      if (from === -1) from = at;
      if (isComment) comments.push(line.trim().slice(2));
      const read = isComment ? ' '.repeat(line.length) : line;
      if (!isComment) isOpen = isOpenAfter(read, isOpen);
      kept += `${read}\n`;
    }
    at += line.length + 1;
  }
  end();
  return blocks;
}

function isOpenAfter(line: string, isOpen: boolean): boolean {
  let open = isOpen;
  for (let at = findMark(line, '{}'); at !== -1; at = findMark(line, '{}', at + 1)) open = line[at] === '{';
  return open;
}

/** How far an answer's end is looked for beyond a blank line. */
const farthest = 20_000;
