import { braceStumbles } from './braces';
import { fencesOf } from './fences';
import { fullWidthStumbles } from './full-width';
import { invisibleStumbles } from './invisible';
import { lineStumbles } from './line-marks';
import { pairStumbles } from './pairs';
import type { Stumble } from './stumble';
import { tagsIn } from './tags';
import { wordsAlone } from './words-alone';

/** What an author stumbles over before anything is parsed, in the order of the text. One with an empty rule only repairs. */
export function findStumbles(text: string): Stumble[] {
  const fences = fencesOf(text);
  const { words, stumbles: notes } = wordsAlone(text, fences.blocks);
  const { tags, stumbles: tagged } = tagsIn(text, words);
  const wide = fullWidthStumbles(text, words);
  // A tag in full-width marks is one mistake, whatever its parts look like.
  const isInside = ({ at }: Stumble) => wide.some(({ edit }) => edit && edit.from <= at && at < edit.to);
  const others = [
    ...fences.stumbles,
    ...notes,
    ...tagged,
    ...pairStumbles(text, tags),
    ...braceStumbles(text, words, tags),
    ...lineStumbles(text, words),
    ...invisibleStumbles(text),
  ];
  return [...wide, ...others.filter((stumble) => !isInside(stumble))].sort((a, b) => a.at - b.at);
}
