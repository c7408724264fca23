import type { Edit } from './author-error';

export type Edited = {
  readonly text: string;
  /** Where an offset of the new text was in the old one. */
  readonly back: (offset: number) => number;
};

/** Applies edits from the top; one that overlaps an earlier one is left for another round. */
export function edited(text: string, edits: readonly Edit[]): Edited {
  const order = inOrder(edits);
  let result = '';
  let at = 0;
  const marks: { now: number; before: number; kept: boolean }[] = [{ now: 0, before: 0, kept: true }];
  for (const { from, to, text: put } of order) {
    result += text.slice(at, from);
    marks.push({ now: result.length, before: from, kept: false });
    result += put;
    at = to;
    marks.push({ now: result.length, before: to, kept: true });
  }
  result += text.slice(at);
  return {
    text: result,
    back: (offset) => {
      const mark = marks.findLast(({ now }) => now <= offset) ?? { now: 0, before: 0, kept: true };
      return mark.kept ? mark.before + offset - mark.now : mark.before;
    },
  };
}

/** The same edits for the file as it lies on disk: with its byte order mark and its line ends. */
export function editedRaw(raw: string, edits: readonly Edit[]): string {
  const start = raw.startsWith('\uFEFF') ? 1 : 0;
  const lineEnd = /\r\n|\r|\n/.exec(raw)?.[0] ?? '\n';
  // How many characters of line ends were dropped before each place where one was.
  const dropped: number[] = [];
  for (const { index } of raw.matchAll(/\r\n/g)) dropped.push(index - start - dropped.length);
  const toRaw = (offset: number) => start + offset + countBelow(dropped, offset);
  const there = edits.map(({ from, to, text }) => ({
    from: toRaw(from),
    to: toRaw(to),
    text: text.replaceAll('\n', lineEnd),
  }));
  return edited(raw, there).text;
}

/** Of a sorted list, how many are less than `limit`. */
function countBelow(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function inOrder(edits: readonly Edit[]): Edit[] {
  const order: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = order.at(-1);
    if (!last || edit.from >= last.to) order.push(edit);
  }
  return order;
}
