/** The table of contents of a handbook: its chapters, and under each the sections. */
export function contentsOf(handbook: string): string {
  const seen = new Map<string, number>();
  return headingsIn(handbook)
    .map(({ depth, words }) => {
      const anchor = anchorOf(words);
      const times = seen.get(anchor) ?? 0;
      seen.set(anchor, times + 1);
      const link = times === 0 ? anchor : `${anchor}-${times}`;
      return depth === 1 ? undefined : `${depth === 2 ? '' : '  '}- [${words}](#${link})`;
    })
    .filter((line) => line !== undefined)
    .join('\n');
}

/** The headings outside code blocks, down to the third level. */
function headingsIn(markdown: string): { depth: number; words: string }[] {
  let fence: string | undefined;
  return markdown.split('\n').flatMap((line) => {
    const opened = /^(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (opened?.startsWith(fence)) fence = undefined;
      return [];
    }
    if (opened) {
      fence = opened;
      return [];
    }
    const heading = /^(#{1,3}) (.+)$/.exec(line);
    return heading ? [{ depth: heading[1]?.length ?? 1, words: heading[2] ?? '' }] : [];
  });
}

/** As GitHub and most editors make an anchor of a heading. */
export function anchorOf(words: string): string {
  return words
    .replace(/<[^>]*>/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-');
}
