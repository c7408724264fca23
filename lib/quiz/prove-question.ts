import { earnsAll, grade } from './grade';
import { kinds } from './kinds';
import type { Kind } from './public-kinds';
import type { QuestionOf } from './question';

/** What a question fails to prove about itself: answered from its key it earns everything a machine can give, and blank it is not scored. */
export function proveQuestion<K extends Kind>(question: QuestionOf<K>): string[] {
  const kind = kinds[question.kind];
  const byKey = grade(question, kind.fromKey(question));
  const blank = grade(question, kind.blank());
  const faults: string[] = [];
  if (!earnsAll(byKey)) faults.push('answered from its own key it does not earn everything');
  if (blank.kind !== 'incomplete') faults.push('left blank it is scored');
  return faults;
}
