/**
 * Where a variant's number stands in a text that is shown: its name between two characters that no keyboard has
 * (lib/quiz/variants/hole.ts puts them there).
 */
const holeMark = /\uE000([^\uE000\uE001]*)\uE001/u;

export type TextPart = { readonly at: number; readonly text: string } | { readonly at: number; readonly hole: string };

/** A run of characters, cut at its holes. */
export function textParts(characters: string): TextPart[] {
  // Every second piece is the name that the pattern caught.
  return characters
    .split(holeMark)
    .map((piece, at) => (at % 2 === 1 ? { at, hole: piece } : { at, text: piece }))
    .filter((part) => 'hole' in part || part.text !== '');
}

/** True when what is shown of a question has a place for a number. */
export function hasHoles(shown: object): boolean {
  return holeMark.test(JSON.stringify(shown));
}
