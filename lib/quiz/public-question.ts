import { kinds } from './kinds';
import type { Kind, PublicKinds } from './public-kinds';
import type { QuestionOf } from './question';
import { withNumberedHoles } from './variants/public-holes';

/** What may be shown of a question before it is answered; each kind writes out the fields that leave (lib/quiz/kinds). */
export function toPublicQuestion<K extends Kind>(question: QuestionOf<K>): PublicKinds[K] {
  const kindShows = kinds[question.kind].toPublic(question);
  const shown = question.hints ? { ...kindShows, hasHints: true as const } : kindShows;
  return question.parameters === undefined ? shown : withNumberedHoles(shown);
}
