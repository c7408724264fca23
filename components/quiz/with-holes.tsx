import { Fragment, type ReactNode } from 'react';
import { textParts } from '@/lib/quiz/public-hole';
import { Hole } from './hole';

/** A run of characters with the learner's own numbers in it. */
export function withHoles(characters: string): ReactNode {
  const parts = textParts(characters);
  if (!parts.some((part) => 'hole' in part)) return characters;
  return parts.map((part) =>
    'hole' in part ? <Hole key={part.at} name={part.hole} /> : <Fragment key={part.at}>{part.text}</Fragment>,
  );
}
