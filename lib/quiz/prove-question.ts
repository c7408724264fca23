import type { Reading } from './answer';
import { earnsAll, type Grade, grade } from './grade';
import { kinds } from './kinds';
import type { Kind, Responses } from './public-kinds';
import type { QuestionOf } from './question';
import { inLetters, readResponse } from './read-response';

/** What its own key earns, sent as a browser sends it and read as an answer is read. */
export function gradeOfKey<K extends Kind>(question: QuestionOf<K>): Grade | Reading<Responses[K]> {
  const sent: unknown = JSON.parse(JSON.stringify(inLetters(question, kinds[question.kind].fromKey(question))));
  const reading = readResponse(question, sent);
  return reading.kind === 'complete' ? grade(question, reading.response) : reading;
}

/** What a question fails to prove about itself: answered from its key it earns everything a machine can give, and blank it is not scored. */
export function proveQuestion<K extends Kind>(question: QuestionOf<K>): string[] {
  const kind = kinds[question.kind];
  const byKey = gradeOfKey(question);
  const blank = grade(question, kind.blank());
  const faults: string[] = [];
  if (!earnsAll(byKey)) faults.push('answered from its own key it does not earn everything');
  if (blank.kind !== 'incomplete') faults.push('left blank it is scored');
  return faults;
}
