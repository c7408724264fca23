/** `## Why not two? [#why-not-two]`: the words, and the id both languages share. */
export type MarkedHeading = { readonly text: string; readonly id: string | undefined };

const mark = /(?<!\s)\s*\[#([^\]\s]*)\]\s*$/;

/** `markedHeading('Why not two? [#why-not-two]')` is `{ text: 'Why not two?', id: 'why-not-two' }`. */
export function markedHeading(written: string): MarkedHeading {
  const found = mark.exec(written);
  if (!found) return { text: written.trim(), id: undefined };
  return { text: written.slice(0, found.index).trim(), id: found[1] ?? '' };
}

export function withHeadingId(text: string, id: string): string {
  return `${text.trim()} [#${id}]`;
}

/** An id for an English heading: `headingIdFor('Why not two?') === 'why-not-two'`. Empty when nothing of it can stand in an address. */
export function headingIdFor(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’\p{M}]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
}
