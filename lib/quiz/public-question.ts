import { kinds } from './kinds';
import type { Kind, PublicKinds } from './public-kinds';
import type { QuestionOf } from './question';

/** What may be shown of a question before it is answered; each kind writes out the fields that leave (lib/quiz/kinds). */
export function toPublicQuestion<K extends Kind>(question: QuestionOf<K>): PublicKinds[K] {
  return kinds[question.kind].toPublic(question);
}
